package io.offsetwise.adapters.spark.driver.async;

import io.offsetwise.domain.offset.TopicPartition;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;

/**
 * The driver's consumer, which does for each commit of the connector what the connector leaves out:
 * looks whether the claim still holds, and writes it beside the offsets. Used in the thread in
 * which Spark generates batches.
 */
final class CommittingConsumer extends KafkaConsumer<byte[], byte[]> {

  private final CommitClaim claim;

  CommittingConsumer(Map<String, Object> properties, CommitClaim claim) {
    super(properties);
    this.claim = claim;
  }

  /**
   * The form that the connector calls. It waits for the look, at most for the consumer's {@code
   * default.api.timeout.ms}, and not for the commit.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code FENCED} when another
   *     driver has taken over: nothing is committed, and the session fails
   */
  @Override
  public void commitAsync(
      Map<org.apache.kafka.common.TopicPartition, OffsetAndMetadata> offsets,
      OffsetCommitCallback callback) {
    committed(offsets.keySet()).forEach(this::requireNotReplaced);
    Map<org.apache.kafka.common.TopicPartition, OffsetAndMetadata> complete = new HashMap<>();
    offsets.forEach((partition, bare) -> complete.put(partition, withMetadata(partition, bare)));
    super.commitAsync(complete, callback);
  }

  /** What has no offset yet is null to Kafka. */
  private void requireNotReplaced(
      org.apache.kafka.common.TopicPartition partition, OffsetAndMetadata committed) {
    if (committed != null) {
      claim.requireNotReplaced(ours(partition), committed.metadata());
    }
  }

  private OffsetAndMetadata withMetadata(
      org.apache.kafka.common.TopicPartition partition, OffsetAndMetadata bare) {
    return new OffsetAndMetadata(bare.offset(), claim.metadataOf(ours(partition)));
  }

  private static TopicPartition ours(org.apache.kafka.common.TopicPartition kafkas) {
    return new TopicPartition(kafkas.topic(), kafkas.partition());
  }
}
