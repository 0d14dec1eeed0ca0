/**
 * What a job is: {@link io.offsetwise.bootstrap.job.Job}, which everything else follows from, and
 * how jobs are found, those in jars of users included. The program itself names none.
 *
 * <p>A job lies in a package of its own, as those in {@code bootstrap.sample} do. How it is run is
 * in {@code bootstrap.run}, which knows this package and not the other way round.
 */
package io.offsetwise.bootstrap.job;
