/**
 * The sample verb <em>words</em>: its files, its run and what it shows. It recovers from Spark's
 * checkpoint and has nothing to do with Kafka, offsets or a database.
 *
 * <p>What lies in the checkpoint must be a record without anything of this process: {@link
 * io.offsetwise.bootstrap.sample.words.CountsFile}. What Spark runs belongs to {@code words.stream}
 * and {@code words.executor}. A fork deletes this package and its line in {@code
 * META-INF/services}.
 */
package io.offsetwise.bootstrap.sample.words;
