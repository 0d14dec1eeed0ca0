/**
 * Tests of the driver's side. They run on a real local Spark without Kafka: {@link
 * io.offsetwise.adapters.spark.driver.batch.DeliveredBatch} stands for what the connector delivers.
 * Tests with a real broker are in bootstrap.
 */
package io.offsetwise.adapters.spark.driver;
