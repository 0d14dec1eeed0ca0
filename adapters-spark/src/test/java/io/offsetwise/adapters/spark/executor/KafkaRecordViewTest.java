package io.offsetwise.adapters.spark.executor;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.source.RecordHeader;
import io.offsetwise.application.source.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class KafkaRecordViewTest {

  @Test
  void showsAllThatKafkaKnowsOfTheRecord() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("kind", bytes("first")).add("kind", bytes("last")).add("nothing", null);
    SourceRecord view =
        new KafkaRecordView(
            new ConsumerRecord<>(
                "payments",
                3,
                42L,
                1_700_000_000_123L,
                TimestampType.CREATE_TIME,
                1,
                5,
                bytes("k"),
                bytes("value"),
                headers,
                Optional.empty()));

    assertThat(view.topic()).isEqualTo("payments");
    assertThat(view.partition()).isEqualTo(3);
    assertThat(view.offset()).isEqualTo(42L);
    assertThat(view.timestamp()).isEqualTo(1_700_000_000_123L);
    assertThat(view.timestampType())
        .isEqualTo(io.offsetwise.application.source.TimestampType.CREATE_TIME);
    assertThat(view.headers())
        .extracting(RecordHeader::name)
        .containsExactly("kind", "kind", "nothing");
    assertThat(view.key()).isEqualTo(bytes("k"));
    assertThat(view.value()).isEqualTo(bytes("value"));
    assertThat(view.header("kind")).hasValue(bytes("last"));
    assertThat(view.header("nothing")).isEmpty();
    assertThat(view.header("absent")).isEmpty();
  }

  @Test
  void keyAndValueMayBeNull() {
    SourceRecord view = new KafkaRecordView(new ConsumerRecord<>("payments", 0, 0L, null, null));

    assertThat(view.key()).isNull();
    assertThat(view.value()).isNull();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
