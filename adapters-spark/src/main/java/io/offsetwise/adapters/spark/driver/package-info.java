/**
 * What runs on the driver: the Spark context, the direct stream and its sessions, and the batch in
 * its three forms.
 *
 * <p>The shuffle rule is a type here: an {@link io.offsetwise.adapters.spark.driver.AlignedBatch}
 * can be saved per partition, a {@link io.offsetwise.adapters.spark.driver.ShuffledBatch} only per
 * batch; a {@link io.offsetwise.adapters.spark.driver.WindowedBatch}, which reads earlier records
 * too, must be shuffled first. What an engine of another kind shares with the others is in {@link
 * io.offsetwise.adapters.spark.driver.StreamWork}. A job is a {@link
 * io.offsetwise.adapters.spark.driver.StreamJob}. Nothing here decides an order of saving (that is
 * {@code application.save}), and nothing here travels: functions for executors belong to {@code
 * adapters.spark.executor}.
 */
package io.offsetwise.adapters.spark.driver;
