package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A partition that takes no records now, since too few of its replicas are in sync.
 *
 * @param topic the topic
 * @param partition as the brokers describe it
 * @param required {@code min.insync.replicas}
 */
record MissingReplicas(String topic, TopicPartitionInfo partition, int required) {

  /**
   * The first such partition of {@code topics}.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when the brokers do not tell
   */
  static Optional<MissingReplicas> among(Collection<TopicDescription> topics, BoundedAdmin admin) {
    Map<String, Integer> required = required(topics, admin);
    return topics.stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(
                        each ->
                            new MissingReplicas(topic.name(), each, required.get(topic.name()))))
        .filter(candidate -> candidate.partition.isr().size() < candidate.required)
        .findFirst();
  }

  private static Map<String, Integer> required(
      Collection<TopicDescription> topics, BoundedAdmin admin) {
    List<ConfigResource> asked =
        topics.stream()
            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
            .toList();
    Map<ConfigResource, Config> configs =
        admin.ask(
            "for the min.insync.replicas of topics", client -> client.describeConfigs(asked).all());
    return configs.entrySet().stream()
        .collect(
            Collectors.toMap(topic -> topic.getKey().name(), topic -> required(topic.getValue())));
  }

  private static int required(Config config) {
    return Integer.parseInt(config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value());
  }

  /** What to throw when {@code request} failed by {@code cause}. */
  StoppedException stop(KafkaConnection connection, String request, Throwable cause) {
    return StopReason.UNAVAILABLE.because(
        cause,
        """
        Kafka at %s took nothing for %s ms when asked %s: of the replicas of %s-%s on brokers %s \
        those on %s are in sync, and min.insync.replicas is %s; a broker is probably down; start \
        it, and see which records are in the topic before they are sent again""",
        connection.bootstrapServers(),
        connection.timeout().toMillis(),
        request,
        topic,
        partition.partition(),
        ids(partition.replicas()),
        ids(partition.isr()),
        required);
  }

  private static List<Integer> ids(List<Node> brokers) {
    return brokers.stream().map(Node::id).sorted().toList();
  }
}
