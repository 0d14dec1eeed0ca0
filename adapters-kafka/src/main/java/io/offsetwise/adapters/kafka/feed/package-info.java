/**
 * Feeding Kafka: creating topics and producing the samples' records.
 *
 * <p>How a topic is written is a {@link io.offsetwise.adapters.kafka.feed.TopicKind}: plainly, by
 * transactions, or so that its log is compacted.
 *
 * <p>Nothing here takes part in a job's delivery guarantee, and nothing commits group offsets.
 * Questions about the log belong to {@code adapters.kafka.log}, its records to {@code
 * adapters.kafka.read}. Add here what writes to Kafka beside the job.
 */
package io.offsetwise.adapters.kafka.feed;
