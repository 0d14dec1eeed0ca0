package io.offsetwise.application.save;

/**
 * The pair that an open commit hands to its work: offsets and results on one connection. The
 * transaction is this parameter; there is no annotation and no thread-local.
 *
 * @param offsets the stream's offsets
 * @param results the job's results
 * @param <R> the job's results
 */
public record SaveTransaction<R>(GuardedOffsets offsets, ResultWriter<R> results) {}
