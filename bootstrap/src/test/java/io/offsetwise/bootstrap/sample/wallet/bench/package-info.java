/**
 * The benchmarks. Throughput: the job beside Spark reading alone, beside the same job written by
 * hand on DStreams and beside a hand-written loop of consumer and JDBC, on the same payments, in
 * turns, in one JVM. Latency, idle batches and heap: the same streams while payments trickle in,
 * while none do, and while a partition is long. Cost of a save: the offsets of a batch in Kafka and
 * in the own store, beside a plain {@code commitSync}.
 *
 * <p>Their numbers are compared within one run, never between runs or machines. A new way of doing
 * the work is a new {@link io.offsetwise.bootstrap.sample.wallet.bench.Contestant}, by Spark
 * Streaming a new {@link io.offsetwise.bootstrap.sample.wallet.bench.LiveStream}, a new way of
 * saving offsets a new {@link io.offsetwise.bootstrap.sample.wallet.bench.OffsetSaves}. Nothing is
 * tuned here: what is faster belongs to the product, or stands openly in a contestant of its own.
 */
package io.offsetwise.bootstrap.sample.wallet.bench;
