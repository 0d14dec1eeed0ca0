/**
 * The life of a running stream: one session after another, each over a fixed set of partitions, and
 * never a batch after a failed one.
 *
 * <p>An engine (Spark Streaming is one) implements {@link
 * io.offsetwise.application.session.StreamEngine} and lets every batch pass the {@link
 * io.offsetwise.application.session.BatchGate}. What a batch saves, and how, is {@code
 * application.save}.
 */
package io.offsetwise.application.session;
