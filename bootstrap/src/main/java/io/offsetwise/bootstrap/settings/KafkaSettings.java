package io.offsetwise.bootstrap.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * {@code kafka}: how Kafka is reached and read.
 *
 * @param bootstrapServers where the brokers are
 * @param topics topics to read, at least one, each once
 * @param timeout longest wait for an answer of the broker
 * @param openTransactionWarning for how long a transaction may be seen open before it is told of
 * @param maxRatePerPartition most records per second of the batch interval from one partition
 * @param properties passed to every Kafka client, by Kafka's own names
 */
public record KafkaSettings(
    BrokerAddress bootstrapServers,
    List<String> topics,
    Duration timeout,
    Duration openTransactionWarning,
    long maxRatePerPartition,
    Map<String, String> properties) {

  public KafkaSettings {
    topics = List.copyOf(topics);
    properties = Map.copyOf(properties);
  }
}
