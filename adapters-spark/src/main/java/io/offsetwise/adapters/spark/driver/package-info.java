/**
 * What runs on the driver: the Spark context, the direct stream and its sessions, and the batch in
 * its two forms.
 *
 * <p>The shuffle rule is a type here: an {@link io.offsetwise.adapters.spark.driver.AlignedBatch}
 * can be saved per partition, a {@link io.offsetwise.adapters.spark.driver.ShuffledBatch} only per
 * batch. A job is a {@link io.offsetwise.adapters.spark.driver.StreamJob}. Nothing here decides an
 * order of saving (that is {@code application.save}), and nothing here travels: functions for
 * executors belong to {@code adapters.spark.executor}.
 */
package io.offsetwise.adapters.spark.driver;
