/**
 * Feeding Kafka and replaying it: creating topics, producing the samples' records, and reading a
 * log again from its first record, as the truth that results are held against.
 *
 * <p>How a topic is written is a {@link io.offsetwise.adapters.kafka.feed.TopicKind}: plainly, by
 * transactions, or so that its log is compacted.
 *
 * <p>Nothing here takes part in a job's delivery guarantee, and nothing commits group offsets.
 * Questions about the log belong to {@code adapters.kafka.log}. Add here what writes to Kafka or
 * reads it beside the job.
 */
package io.offsetwise.adapters.kafka.feed;
