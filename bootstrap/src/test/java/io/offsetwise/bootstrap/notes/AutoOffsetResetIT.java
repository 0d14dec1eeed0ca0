package io.offsetwise.bootstrap.notes;

import static io.offsetwise.bootstrap.stream.TestedStream.resultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.bootstrap.stream.LocalSpark;
import io.offsetwise.bootstrap.stream.PlaceJob;
import io.offsetwise.bootstrap.stream.TestedStream;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the notes say of {@code auto.offset.reset}, on streams that store no offsets: their
 * "largest" is Kafka's {@code latest} today, and "smallest" is {@code earliest}.
 */
class AutoOffsetResetIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();
  @RegisterExtension static final LocalSpark SPARK = LocalSpark.withRetries();

  private static final Duration BOUND = Duration.ofSeconds(30);

  @Test
  void latestLosesWhatCameBeforeEachStart() throws Exception {
    String topic = newTopic("latest");
    Outputs outputs = Outputs.none();
    KAFKA.append(topic, 0, 10);

    try (PlainStream first = start(topic, "latest", new Output(outputs, 1))) {
      KAFKA.append(topic, 0, 5);
      first.awaitWritten(5);
    }
    KAFKA.append(topic, 0, 3);
    try (PlainStream second = start(topic, "latest", new Output(outputs, 1))) {
      KAFKA.append(topic, 0, 2);
      second.awaitWritten(7);
    }

    List<String> all = resultsOf(topic, 0, 20);
    List<String> seen = new ArrayList<>(all.subList(10, 15));
    seen.addAll(all.subList(18, 20));
    assertThat(outputs.written()).containsExactlyElementsOf(seen);
  }

  /** The notes: it needs {@code MaxFailures} as well. {@code SparkRequirements} sees to that. */
  @Test
  void latestIsNotAtMostOnceAsLongAsTasksAreRunAgain() throws Exception {
    String topic = newTopic("retried");
    Outputs outputs = Outputs.none();

    try (PlainStream stream = start(topic, "latest", new Output(outputs, 2))) {
      KAFKA.append(topic, 0, 4);
      stream.awaitWritten(8);
    }

    List<String> twice = new ArrayList<>(resultsOf(topic, 0, 4));
    twice.addAll(resultsOf(topic, 0, 4));
    assertThat(outputs.written()).containsExactlyInAnyOrderElementsOf(twice);
  }

  @Test
  void earliestLosesNothingButReplaysTheWholeLogAtEachStart() throws Exception {
    String topic = newTopic("earliest");
    Outputs outputs = Outputs.none();
    KAFKA.append(topic, 0, 10);

    try (PlainStream first = start(topic, "earliest", new Output(outputs, 1))) {
      first.awaitWritten(10);
    }
    KAFKA.append(topic, 0, 3);
    try (PlainStream second = start(topic, "earliest", new Output(outputs, 1))) {
      second.awaitWritten(23);
    }

    List<String> replayed = new ArrayList<>(resultsOf(topic, 0, 10));
    replayed.addAll(resultsOf(topic, 0, 13));
    assertThat(outputs.written()).containsExactlyElementsOf(replayed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "earliest"})
  void theEngineRefusesBoth(String reset) {
    String topic = newTopic("refused-" + reset);
    KafkaConnection resetting =
        new KafkaConnection(
            KAFKA.connection().bootstrapServers(), Map.of("auto.offset.reset", reset), BOUND);

    try (TestedStream stream =
        new TestedStream(resetting, DeliveryGuarantee.AT_LEAST_ONCE, topic)) {
      StreamEngine engine =
          stream.engine(SPARK.context(), PlaceJob.faultless(), SaveScope.PARTITION);
      StartedStream started = stream.start().start();

      assertThatThrownBy(() -> engine.open(started, new BatchGate(), batch -> {}))
          .isInstanceOfSatisfying(
              StoppedException.class,
              stop -> assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE))
          .hasMessageContaining("auto.offset.reset = " + reset + " is refused")
          .hasMessageContaining("the start rules decide");
    }
  }

  private static String newTopic(String name) {
    String topic = "reset-to-" + name;
    KAFKA.create(topic, 1);
    return topic;
  }

  private static PlainStream start(String topic, String reset, Output output) {
    return PlainStream.start(SPARK.context(), KAFKA.connection(), topic, reset, output);
  }
}
