/** Tests of a batch in its three forms, of its saves and of what travels, on a real local Spark. */
package io.offsetwise.adapters.spark.driver.batch;
