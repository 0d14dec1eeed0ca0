/**
 * A stream's positions as the committed offsets of a Kafka group, with a guard that holds as the
 * rows of a database do: claim and start on the driver, the guarded write inside a save.
 *
 * <p>Kafka has no conditional write of offsets. What makes one is a lock: a transactional id, whose
 * holder is fenced by whoever takes it next. Read under the lock, compare, commit under the lock:
 * the commit fails when anybody has come between. Epoch, claim and topic id travel in the metadata
 * of each offset; an offset without them was written by somebody else, such as Kafka's own tools.
 * What Spark's connector commits for a stream carries them too, without any lock. When to write
 * what is decided by the application. The log itself belongs to {@code adapters.kafka.log}.
 */
package io.offsetwise.adapters.kafka.offset;
