/**
 * The {@code run} verb: brings services, schema, topics and feed in place, runs the stream in this
 * process, and says what came of it.
 *
 * <p>Lifecycle is in one place, {@link io.offsetwise.bootstrap.run.JobRunner}: what is opened is
 * closed there, in reverse order. Modules only bind. Which jobs there are is known to {@link
 * io.offsetwise.bootstrap.job.Jobs} alone; what belongs to a sample job is in {@code
 * bootstrap.wallet}; the command line is in {@code bootstrap.command}.
 */
package io.offsetwise.bootstrap.run;
