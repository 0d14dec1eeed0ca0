/** Tests of the stream of words, its lineage and its recovery, with a real Spark. */
package io.offsetwise.adapters.spark.words;
