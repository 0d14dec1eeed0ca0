/**
 * Where a stream stands in Kafka's log: partitions, ranges, positions, and how a range lies to a
 * stored position.
 *
 * <p>Only immutable values and pure functions live here, on {@code java.base} alone. What is
 * promised about offsets belongs to {@code domain.guarantee}; what to do with them at a start
 * belongs to {@code domain.start}. Add a type here when it describes a place in the log and nothing
 * else. All values are {@link java.io.Serializable} because they travel from driver to executors.
 */
package io.offsetwise.domain.offset;
