package io.offsetwise.adapters.spark.driver;

import io.offsetwise.domain.offset.TopicPartition;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;

/**
 * The driver's consumer, which adds to each commit of the connector what the connector has no room
 * for. Used in the thread in which Spark generates batches.
 */
final class CommittingConsumer extends KafkaConsumer<byte[], byte[]> {

  private final CommitMetadata metadata;

  CommittingConsumer(Map<String, Object> properties, CommitMetadata metadata) {
    super(properties);
    this.metadata = metadata;
  }

  /** The form that the connector calls. */
  @Override
  public void commitAsync(
      Map<org.apache.kafka.common.TopicPartition, OffsetAndMetadata> offsets,
      OffsetCommitCallback callback) {
    super.commitAsync(withMetadata(offsets), callback);
  }

  private Map<org.apache.kafka.common.TopicPartition, OffsetAndMetadata> withMetadata(
      Map<org.apache.kafka.common.TopicPartition, OffsetAndMetadata> offsets) {
    Map<org.apache.kafka.common.TopicPartition, OffsetAndMetadata> complete = new HashMap<>();
    offsets.forEach(
        (partition, bare) -> complete.put(partition, withMetadata(partition, bare.offset())));
    return complete;
  }

  private OffsetAndMetadata withMetadata(
      org.apache.kafka.common.TopicPartition partition, long offset) {
    return new OffsetAndMetadata(
        offset, metadata.of(new TopicPartition(partition.topic(), partition.partition())));
  }
}
