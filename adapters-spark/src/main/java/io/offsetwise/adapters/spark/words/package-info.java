/**
 * The sample job <em>words</em> on the driver: it counts the words of lines that a receiver takes
 * from a socket, keeps the counts as state, and recovers them from Spark's checkpoint.
 *
 * <p>It stores no offsets, because a socket has none, and promises nothing of {@code
 * domain.guarantee}: it is here to be compared with the direct stream. What its checkpoint holds is
 * a record ({@link io.offsetwise.adapters.spark.words.PublishCounts}, or one of {@code
 * words.executor}); what runs inside tasks belongs there. A fork deletes both packages together
 * with {@code bootstrap.words} and the verb.
 */
package io.offsetwise.adapters.spark.words;
