/**
 * Kafka's log behind the application's ports: which partitions there are, what they retain, and
 * whether a topic is still the same topic.
 *
 * <p>Everything here only asks, through {@link io.offsetwise.adapters.kafka.log.BoundedAdmin} or,
 * where only a consumer can ask, one that belongs to no group and fetches nothing; so every
 * question has a bound and every failure one wording. What writes to Kafka or reads records belongs
 * to {@code adapters.kafka.feed}. Add a question about the log here.
 */
package io.offsetwise.adapters.kafka.log;
