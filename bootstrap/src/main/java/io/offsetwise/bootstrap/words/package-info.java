/**
 * The sample job <em>words</em>: its files, its run and what it shows. It recovers from Spark's
 * checkpoint and has nothing to do with Kafka, offsets or a database.
 *
 * <p>What lies in the checkpoint must be a record without anything of this process: {@link
 * io.offsetwise.bootstrap.words.CountsFile}. A fork deletes this package together with {@code
 * adapters.spark.words} and the verb {@code words}.
 */
package io.offsetwise.bootstrap.words;
