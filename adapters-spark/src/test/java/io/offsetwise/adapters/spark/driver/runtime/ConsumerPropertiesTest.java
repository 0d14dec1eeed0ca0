package io.offsetwise.adapters.spark.driver.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumerPropertiesTest {

  private static final String BYTES = "org.apache.kafka.common.serialization.ByteArrayDeserializer";

  @Test
  void addsWhatTheStreamNeeds() {
    assertThat(forSession(Map.of("bootstrap.servers", "127.0.0.1:9092", "fetch.min.bytes", "1")))
        .isEqualTo(
            Map.of(
                "bootstrap.servers", "127.0.0.1:9092",
                "fetch.min.bytes", "1",
                "group.id", "wallet-3",
                "auto.offset.reset", "none",
                "enable.auto.commit", "false",
                "allow.auto.create.topics", "false",
                "key.deserializer", BYTES,
                "value.deserializer", BYTES));
  }

  @Test
  void theConnectorGetsTheReceiveBufferAsANumber() {
    assertThat(forSession(Map.of("receive.buffer.bytes", " 131072 ")))
        .containsEntry("receive.buffer.bytes", 131_072);
  }

  @ParameterizedTest
  @CsvSource({
    "enable.auto.commit, true",
    "auto.offset.reset, latest",
    "allow.auto.create.topics, true",
    "key.deserializer, org.example.Mine",
    "value.deserializer, org.example.Mine",
    "group.id, mine",
    "receive.buffer.bytes, 64k"
  })
  void refusesWhatTheStreamNeedsOtherwise(String key, String value) {
    assertThatThrownBy(() -> forSession(Map.of(key, value)))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE))
        .hasMessageStartingWith("Kafka's property " + key + " = " + value + " is");
  }

  @Test
  void acceptsTheRightValueFromTheUser() {
    assertThat(forSession(Map.of("enable.auto.commit", "false", "auto.offset.reset", "none")))
        .containsEntry("enable.auto.commit", "false");
  }

  private static Map<String, Object> forSession(Map<String, String> ofUser) {
    return new ConsumerProperties(ofUser)
        .forSession(
            new SaveContext(
                new StreamName("wallet"),
                DeliveryGuarantee.AT_LEAST_ONCE.plan(),
                new Epoch(3),
                Map.of()));
  }
}
