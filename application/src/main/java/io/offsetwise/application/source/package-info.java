/**
 * The log that a stream reads: its records, its partitions, and whether a topic is still the same.
 *
 * <p>Ports only; {@code adapters-kafka} implements them. Keys and values are bytes here: decoding
 * is the job's, so that a record that cannot be decoded is the job's decision and never stops the
 * reading.
 */
package io.offsetwise.application.source;
