/**
 * The throughput benchmark: the job beside Spark reading alone and beside a hand-written loop of
 * consumer and JDBC, on the same payments, in turns, in one JVM.
 *
 * <p>Its numbers are compared within one run, never between runs or machines. A new way of doing
 * the work is a new {@link io.offsetwise.bootstrap.bench.Contestant}. Nothing is tuned here: what
 * is faster belongs to the product, or stands openly in a contestant of its own.
 */
package io.offsetwise.bootstrap.bench;
