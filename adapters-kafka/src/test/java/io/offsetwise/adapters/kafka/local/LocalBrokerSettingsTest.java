package io.offsetwise.adapters.kafka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalBrokerSettingsTest {

  private static final LocalBrokerSettings SETTINGS = LocalBrokerSettings.over(Path.of("data"));

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void portsThatDoNotExistAreRefused(int port) {
    assertThatThrownBy(() -> SETTINGS.onPort(port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Integer.toString(port));
  }

  @Test
  void aStartWithoutTimeIsRefused() {
    assertThatThrownBy(() -> new LocalBrokerSettings(Path.of("data"), 0, Duration.ZERO, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ownPropertiesOverrideTheDefaultsButNotTheAddress() {
    LocalBrokerSettings settings =
        SETTINGS.with(Map.of("log.retention.ms", "5", "listeners", "PLAINTEXT://0.0.0.0:1"));

    assertThat(BrokerProperties.of(settings, Path.of("data", "kafka-logs"), 7, 8))
        .containsEntry("log.retention.ms", "5")
        .containsEntry("listeners", "PLAINTEXT://127.0.0.1:7,CONTROLLER://127.0.0.1:8")
        .containsEntry("log.retention.bytes", "-1");
  }

  /** With another value no test could see a client of ours create a topic. */
  @Test
  void whetherTopicsAreCreatedByThemselvesIsLeftToKafka() {
    assertThat(BrokerProperties.of(SETTINGS, Path.of("data", "kafka-logs"), 7, 8))
        .doesNotContainKey("auto.create.topics.enable");
  }
}
