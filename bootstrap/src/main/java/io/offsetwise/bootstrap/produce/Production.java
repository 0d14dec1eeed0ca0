package io.offsetwise.bootstrap.produce;

import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.bootstrap.local.LocalServices;
import io.offsetwise.bootstrap.local.ServicesLease;
import io.offsetwise.bootstrap.settings.BrokerAddress;
import io.offsetwise.bootstrap.settings.KafkaSettings;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.List;

/**
 * Feeds topics of the broker that the settings name. Topics of the local broker are created when
 * they are absent; those of somebody else's broker are not.
 *
 * @param settings which broker, and how it is reached
 * @param services the local services, started when they are needed and do not run
 * @param topics the topics, at least one
 */
public record Production(Settings settings, LocalServices services, List<String> topics) {

  /** Writes all of {@code input}; returns the number of records written. */
  public long feed(Input input) throws InterruptedException {
    if (settings.kafka().bootstrapServers() instanceof BrokerAddress.Servers external) {
      return input.feed(connection(external.servers()), topics);
    }
    try (ServicesLease lease = services.ensureRunning()) {
      KafkaConnection connection = connection(List.of(lease.kafka()));
      createTopics(connection);
      return input.feed(connection, topics);
    }
  }

  private void createTopics(KafkaConnection connection) {
    try (TopicCreator creator = TopicCreator.open(connection)) {
      topics.forEach(topic -> creator.createIfAbsent(topic, settings.local().partitions()));
    }
  }

  private KafkaConnection connection(List<String> servers) {
    KafkaSettings kafka = settings.kafka();
    return new KafkaConnection(servers, kafka.properties(), kafka.timeout());
  }
}
