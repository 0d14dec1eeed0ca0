package io.offsetwise.bootstrap.produce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.read.LogReplay;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.stream.LocalKafka;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a line may be, on a real broker. */
class LinesIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final String LARGE = "x".repeat(30_000);

  @Test
  void linesGoToTheTopicsInTurn() {
    KAFKA.create("left", 1);
    KAFKA.create("right", 1);

    KafkaConnection connection = connection(Map.of("max.request.size", "20000"));

    assertThat(lines("a\nb\nc").feed(connection, List.of("left", "right"))).isEqualTo(3);

    assertThat(valuesOf("left")).containsExactly("a", "c");
    assertThat(valuesOf("right")).containsExactly("b");
  }

  @Test
  void ofALineThatIsTooLongTheLinesBeforeItAreWritten() {
    KAFKA.create("limited-producer", 1);

    StoppedException stopped = stopOf("20000", "limited-producer", "one\ntwo\n" + LARGE + "\nfour");

    assertThat(stopped.reason()).isEqualTo(StopReason.UNAVAILABLE);
    assertThat(stopped)
        .hasMessageContaining("line 3 has more than 20000 bytes")
        .hasMessageContaining("max.request.size");
    assertThat(valuesOf("limited-producer")).containsExactly("one", "two");
  }

  @Test
  void aTopicThatTakesLessSaysSo() {
    KAFKA.create("limited-topic", 1, Map.of("max.message.bytes", "20000"));

    StoppedException stopped = stopOf("100000", "limited-topic", "one\n" + LARGE);

    assertThat(stopped.reason()).isEqualTo(StopReason.UNAVAILABLE);
    assertThat(stopped).hasMessageContaining("the topic (max.message.bytes) allows");
  }

  /** The client splits the batch of both into a batch of both, again and again. */
  @Test
  void whatWasNotAnsweredWasNotWritten() {
    KAFKA.create("limited-batch", 1, Map.of("max.message.bytes", "20000"));

    // Long enough for both to be in the batch before it is sent.
    Map<String, String> together =
        Map.of("max.request.size", "100000", "batch.size", "100000", "linger.ms", "1000");
    StoppedException stopped = stopOf(together, "limited-batch", LARGE + "\nsmall");

    assertThat(stopped.reason()).isEqualTo(StopReason.UNAVAILABLE);
    assertThat(stopped).hasMessageContaining("2 records were sent to");
    assertThat(valuesOf("limited-batch")).isEmpty();
  }

  private static StoppedException stopOf(String largestRequest, String topic, String input) {
    return stopOf(Map.of("max.request.size", largestRequest), topic, input);
  }

  private static StoppedException stopOf(
      Map<String, String> properties, String topic, String input) {
    return catchThrowableOfType(
        StoppedException.class, () -> lines(input).feed(connection(properties), List.of(topic)));
  }

  private static Lines lines(String text) {
    return new Lines(() -> new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  private static KafkaConnection connection(Map<String, String> properties) {
    return new KafkaConnection(List.of(KAFKA.server()), properties, Duration.ofSeconds(3));
  }

  private static List<String> valuesOf(String topic) {
    List<String> values = new ArrayList<>();
    try (KafkaSourceLog log = KafkaSourceLog.open(KAFKA.connection())) {
      new LogReplay(KAFKA.connection())
          .replay(
              log.endOf(log.partitions(Set.of(topic))),
              record -> values.add(new String(record.value(), UTF_8)));
    }
    return values;
  }
}
