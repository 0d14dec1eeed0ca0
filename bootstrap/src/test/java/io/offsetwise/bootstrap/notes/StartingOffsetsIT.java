package io.offsetwise.bootstrap.notes;

import static io.offsetwise.application.fake.FakeResult.keyOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.SessionEnd;
import io.offsetwise.bootstrap.settings.FirstStart;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.bootstrap.stream.LocalSpark;
import io.offsetwise.bootstrap.stream.PlaceJob;
import io.offsetwise.bootstrap.stream.RunningLoop;
import io.offsetwise.bootstrap.stream.TestedStream;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The notes' {@code topicAStartingOffset} and {@code topicBStartingOffset}, as settings. */
class StartingOffsetsIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark();

  @TempDir private Path folder;

  @Test
  void theStreamReadsFromTheGivenOffsetsAtFirstAndFromTheStoredOnesLater() throws Exception {
    Settings settings =
        settings(
            """
            kafka.topics = [topicA, topicB]
            start.first = { "topicA-0" = 3, "topicB-0" = 5 }
            """);
    KAFKA.create("topicA", 1);
    KAFKA.create("topicB", 1);
    KAFKA.append("topicA", 0, 6);
    KAFKA.append("topicB", 0, 6);

    try (TestedStream stream = stream(settings)) {
      runToTheEnd(stream, settings);
      assertThat(stream.results())
          .containsExactlyInAnyOrder(
              keyOf("topicA", 0, 3),
              keyOf("topicA", 0, 4),
              keyOf("topicA", 0, 5),
              keyOf("topicB", 0, 5));

      KAFKA.append("topicA", 0, 1);
      runToTheEnd(stream, settings);
      assertThat(stream.results()).hasSize(5).contains(keyOf("topicA", 0, 6));
      assertThat(stream.positions())
          .isEqualTo(
              Map.of(new TopicPartition("topicA", 0), 7L, new TopicPartition("topicB", 0), 6L));
    }
  }

  private Settings settings(String file) throws Exception {
    Path path = Files.writeString(folder.resolve("application.conf"), file);
    return Configuration.load(Optional.of(path), Map.of()).settings();
  }

  private static TestedStream stream(Settings settings) {
    return new TestedStream(
        KAFKA.connection(),
        settings.job().guarantee(),
        ((FirstStart.At) settings.start().first()).point(),
        settings.kafka().topics().toArray(String[]::new));
  }

  private static void runToTheEnd(TestedStream stream, Settings settings) throws Exception {
    RunningLoop loop =
        RunningLoop.start(
            stream,
            stream.engine(SPARK.context(), PlaceJob.faultless(), settings.job().scope()),
            RunLimit.UNTIL_CAUGHT_UP,
            Duration.ofMinutes(10));
    assertThat(loop.end()).isEqualTo(SessionEnd.CAUGHT_UP);
  }
}
