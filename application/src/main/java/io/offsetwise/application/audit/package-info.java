/**
 * The audit of a stream: what is stored, held against the log that it was made of.
 *
 * <p>The service {@link io.offsetwise.application.audit.AuditStream} walks the partitions; how
 * results are compared depends on what they carry, and is a {@link
 * io.offsetwise.application.audit.ResultComparison}. Both sides are read as streams in the order of
 * the log, so that neither is ever held in memory. What a finding means is decided in {@code
 * domain.audit}. Nothing here writes or claims anything. Add a way to compare results here when it
 * serves several jobs, else in the job's package.
 */
package io.offsetwise.application.audit;
