/**
 * The direct stream on a real broker and a real Spark, with stores in memory: what the adapters
 * promise together. Stores of their own have their tests in adapters-storage; whole processes are
 * tested beside the command line.
 */
package io.offsetwise.bootstrap.stream;
