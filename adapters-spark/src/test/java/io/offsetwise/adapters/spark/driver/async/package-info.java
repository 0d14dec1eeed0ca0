/** Tests of the connector's commits and of the consumer that makes them. */
package io.offsetwise.adapters.spark.driver.async;
