package io.offsetwise.adapters.spark.checkpoint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir private Path folder;

  private final SetClock clock = new SetClock();

  @Test
  void manyBatchesInAShortTimeAreNoReason() {
    Freshness freshness = watched();
    clock.forward(Duration.ofMillis(9_999));

    assertThatCode(() -> save(freshness, 1_000)).doesNotThrowAnyException();
  }

  @Test
  void aLongPauseIsNoReason() {
    Freshness freshness = watched();
    clock.forward(Duration.ofHours(1));

    assertThatCode(() -> save(freshness, 9)).doesNotThrowAnyException();
  }

  @Test
  void whatSparkWritesKeepsItFresh() throws IOException {
    Freshness freshness = watched();
    for (int second = 0; second < 100; second++) {
      clock.forward(Duration.ofSeconds(1));
      Path file = Files.write(folder.resolve("checkpoint-1000"), new byte[0]);
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      save(freshness, 9);
    }

    assertThatCode(() -> save(freshness, 9)).doesNotThrowAnyException();
  }

  @Test
  void tenBatchesAndTenSecondsWithoutACheckpointAreTooMuch() {
    Freshness freshness = watched();
    save(freshness, 9);
    clock.forward(Duration.ofSeconds(10));

    assertThatThrownBy(() -> save(freshness, 1))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> Assertions.assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE))
        .hasMessageContaining("Spark has written no checkpoint to " + folder + " since " + NOON)
        .hasMessageContaining("10 batches were saved");
  }

  private Freshness watched() {
    return new Freshness(new SparkFiles(folder), clock);
  }

  private static void save(Freshness freshness, int batches) {
    for (int batch = 0; batch < batches; batch++) {
      freshness.requireAfterBatch();
    }
  }

  private static final class SetClock extends Clock {

    private Instant now = NOON;

    void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
