/**
 * Interleavings on fakes: two rivals over the same two partitions and two batches, and every
 * schedule of their statements with at most two preemptions, alone and followed by a crash or a
 * pause at every later statement. The rivals are two drivers that both claim the stream, or two
 * copies of the same tasks; they are made of the product's own classes, and only the store and the
 * log are fakes.
 *
 * <p>One rival runs at a time and hands over a {@link io.offsetwise.application.interleaving.Baton}
 * before a statement, so that a schedule is a list of numbers and can be played again. The promise
 * of the guarantee must hold after every commit, and once more after a restart that reads to the
 * log's end. A new guarantee takes part when {@link io.offsetwise.application.interleaving.Promise}
 * knows it. A new defence needs a row in {@code LeakyInterleavingsTest}: without it, the same
 * exploration must find a schedule that breaks something.
 */
package io.offsetwise.application.interleaving;
