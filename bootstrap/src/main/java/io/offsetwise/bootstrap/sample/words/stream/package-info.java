/**
 * The sample verb <em>words</em> on the driver: it counts the words of lines that a receiver takes
 * from a socket, keeps the counts as state, and recovers them from Spark's checkpoint.
 *
 * <p>It stores no offsets, because a socket has none, and promises nothing of {@code
 * domain.guarantee}: it is here to be compared with the direct stream. What its checkpoint holds is
 * a record ({@link io.offsetwise.bootstrap.sample.words.stream.PublishCounts}, or one of {@code
 * words.executor}); what runs inside tasks belongs there.
 */
package io.offsetwise.bootstrap.sample.words.stream;
