package io.offsetwise.adapters.spark.driver.async;

import io.offsetwise.adapters.spark.driver.stream.StreamingContexts;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.streaming.kafka010.ConsumerStrategy;

/**
 * Assigns partitions by hand, as the connector's own strategy does, to a consumer of the driver
 * that commits to a group. Executors keep the group of their session: they commit nothing, and
 * Spark keeps their consumers by group for as long as the process lives.
 */
final class CommittingAssignment extends ConsumerStrategy<byte[], byte[]> {

  private final Map<String, Object> ofSession;
  private final Map<TopicPartition, Long> positions;
  private final String group;
  private final CommitClaim claim;

  /**
   * Partitions and properties of a session.
   *
   * @param contexts what the session reads, and as whom
   * @param group the driver's group
   * @param claim under which it commits
   */
  CommittingAssignment(StreamingContexts contexts, String group, CommitClaim claim) {
    this.ofSession = contexts.properties();
    this.positions = contexts.positions();
    this.group = group;
    this.claim = claim;
  }

  @Override
  public Map<String, Object> executorKafkaParams() {
    return ofSession;
  }

  /**
   * Opens the driver's consumer.
   *
   * @param current next offset to read by partition; empty before the first batch
   */
  @Override
  public Consumer<byte[], byte[]> onStart(Map<TopicPartition, Long> current) {
    Map<String, Object> ofDriver = new HashMap<>(ofSession);
    ofDriver.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    Consumer<byte[], byte[]> consumer =
        new CommittingConsumer(setAuthenticationConfigIfNeeded(ofDriver), claim);
    consumer.assign(positions.keySet());
    (current.isEmpty() ? positions : current).forEach(consumer::seek);
    return consumer;
  }
}
