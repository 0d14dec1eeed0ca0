/** Tests of single pieces that travel, without Spark. */
package io.offsetwise.adapters.spark.executor;
