package io.offsetwise.adapters.kafka.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.kafka.local.LocalBroker;
import io.offsetwise.adapters.kafka.local.LocalBrokerSettings;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.domain.offset.TopicId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KafkaTopicIdentityProviderIT {

  private static final String TOPIC = "payments";

  @TempDir private Path folder;

  @Test
  void allLeasesShareOneClientThatOutlivesThem() throws Exception {
    try (LocalBroker broker = LocalBroker.start(LocalBrokerSettings.over(folder));
        KafkaLogFixture fixture = new KafkaLogFixture(connectionTo(broker))) {
      fixture.create(TOPIC, 1);
      long before = adminClients();
      TopicId first = idOf(broker);

      for (int task = 0; task < 10; task++) {
        assertThat(idOf(broker)).isEqualTo(first);
      }
      assertThat(adminClients() - before).isEqualTo(1);

      fixture.delete(TOPIC);
      fixture.create(TOPIC, 1);
      assertThat(idOf(broker)).isNotEqualTo(first);

      PerJvm.close(new SharedBrokers(connectionTo(broker)));
      PerJvm.close(new SharedAdmin(connectionTo(broker)));
      assertThat(adminClients()).isEqualTo(before);
    }
  }

  // A new provider each time: what counts is the value of the settings.
  private static TopicId idOf(LocalBroker broker) {
    try (TopicIdentity lease = new KafkaTopicIdentityProvider(connectionTo(broker)).open()) {
      return lease.idOf(TOPIC);
    }
  }

  private static KafkaConnection connectionTo(LocalBroker broker) {
    return KafkaConnection.to(Duration.ofSeconds(10), broker.bootstrapServer());
  }

  private static long adminClients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("kafka-admin-client-thread"))
        .count();
  }
}
