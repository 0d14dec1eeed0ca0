/** Tests of what lies in Spark's files. */
package io.offsetwise.adapters.spark.driver.checkpointed;
