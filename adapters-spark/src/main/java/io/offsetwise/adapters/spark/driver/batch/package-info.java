/**
 * A batch in its three forms, and how it is saved. The shuffle rule is a type here: an {@link
 * io.offsetwise.adapters.spark.driver.batch.AlignedBatch} can be saved per partition, a {@link
 * io.offsetwise.adapters.spark.driver.batch.ShuffledBatch} only per batch; a {@link
 * io.offsetwise.adapters.spark.driver.batch.WindowedBatch}, which reads earlier records too, must
 * be shuffled first.
 *
 * <p>A job is a {@link io.offsetwise.adapters.spark.driver.batch.StreamJob}; another form of a
 * batch comes in here. Where batches come from, and when, is told in {@code driver.stream}: nothing
 * here knows a {@code StreamingContext}.
 */
package io.offsetwise.adapters.spark.driver.batch;
