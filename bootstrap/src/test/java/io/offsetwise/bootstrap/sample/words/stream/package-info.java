/** Tests of the stream of words, its lineage and its recovery, with a real Spark. */
package io.offsetwise.bootstrap.sample.words.stream;
