/**
 * The engine whose offsets the connector commits, by {@code commitAsync}, with a later batch; and
 * the consumer that keeps such a commit under its claim.
 *
 * <p>What Kafka is told in the place of a commit is a {@link
 * io.offsetwise.adapters.spark.driver.async.CommitClaim}, which the adapter for Kafka gives.
 * Commits that the job makes itself do not belong here: they are {@code OffsetCommits}.
 */
package io.offsetwise.adapters.spark.driver.async;
