/** Tests of the checkpoint's folder. */
package io.offsetwise.adapters.spark.checkpoint;
