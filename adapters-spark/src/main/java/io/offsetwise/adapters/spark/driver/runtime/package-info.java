/**
 * The Spark application: how it is started and ended, and what Spark and Kafka's consumers must be
 * set to, so that a guarantee holds.
 *
 * <p>A property that breaks a promise is refused here, in {@link
 * io.offsetwise.adapters.spark.driver.runtime.SparkRequirements} and {@link
 * io.offsetwise.adapters.spark.driver.runtime.ConsumerProperties}; add to those. Nothing here knows
 * a stream.
 */
package io.offsetwise.adapters.spark.driver.runtime;
