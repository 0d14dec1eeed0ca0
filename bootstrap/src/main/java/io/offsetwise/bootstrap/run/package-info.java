/**
 * The {@code run} verb: brings services, schema, topics and feed in place, runs the stream in this
 * process, and says what came of it.
 *
 * <p>Lifecycle is in one place, {@link io.offsetwise.bootstrap.run.JobRunner}: what is opened is
 * closed there, in reverse order; modules only bind. How a stream is opened is known to {@code
 * bootstrap.stream}, what a job is to {@code bootstrap.job}, and {@link
 * io.offsetwise.bootstrap.run.DeclaredJob} makes of a job what is run.
 */
package io.offsetwise.bootstrap.run;
