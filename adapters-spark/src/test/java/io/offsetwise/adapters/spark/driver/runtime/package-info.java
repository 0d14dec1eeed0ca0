/** Tests of what Spark and consumers are set to, and of how a process ends. */
package io.offsetwise.adapters.spark.driver.runtime;
