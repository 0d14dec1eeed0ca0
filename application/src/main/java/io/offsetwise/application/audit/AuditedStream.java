package io.offsetwise.application.audit;

/**
 * What is stored of one stream: both halves as they were at one instant.
 *
 * @param offsets positions and their history
 * @param results the job's results
 * @param <R> how the job's results are read
 */
public record AuditedStream<R>(AuditedOffsets offsets, R results) {}
