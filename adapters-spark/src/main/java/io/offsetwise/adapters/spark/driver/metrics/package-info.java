/**
 * The figures of a running stream in Spark's metrics system, from where every sink of Spark's takes
 * them.
 *
 * <p>Knows names and registers gauges; what a figure is, and when Kafka is asked for it, is {@code
 * application.session}. Another figure is one line in {@link
 * io.offsetwise.adapters.spark.driver.metrics.StreamSource}, and one in docs/operations.md.
 */
package io.offsetwise.adapters.spark.driver.metrics;
