package io.offsetwise.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StreamFiguresTest {

  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final TopicPartition A1 = new TopicPartition("a", 1);

  private final FakeStream stream =
      new FakeStream(Set.of("a"), DeliveryGuarantee.AT_LEAST_ONCE.plan(), 4);
  private final SavedPositions saved = new SavedPositions();
  private final List<StartedStream> sessions = new ArrayList<>();
  private final List<SavedBatch> batches = new ArrayList<>();

  @BeforeEach
  void fillTopic() {
    stream.log().create("a", 2);
    stream.log().append(A0, 4);
  }

  @Test
  void whatABatchKnowsIsTakenFromIt() {
    try (StreamFigures figures = figures(Duration.ofHours(1))) {
      start(figures);
      save(figures, new OffsetRange(A0, 0, 4), 3);

      assertThat(figures.position(A0)).isEqualTo(4);
      assertThat(figures.records()).isEqualTo(3);
      assertThat(figures.holes()).isEqualTo(1);
      assertThat(figures.batches()).isEqualTo(1);
      assertThat(figures.lastProcessingMillis()).isEqualTo(70);
      assertThat(figures.lastBatchSeconds()).isEqualTo(1_000);
      assertThat(figures.latestOffset(A0)).as("never before the position").isEqualTo(4);
    }
    assertThat(sessions).hasSize(1);
    assertThat(batches).hasSize(1);
  }

  @Test
  void theLogIsAskedForItsEndsBesideTheStream() {
    stream.log().begin(A1, 2);
    try (StreamFigures figures = figures(Duration.ofMillis(20))) {
      start(figures);

      await().until(() -> figures.lag(A0) == 4);
      assertThat(figures.partitionsWithOpenTransaction()).isEqualTo(1);
      await().until(() -> figures.deadLetters() == 9);

      stream.log().disconnect();
      save(figures, new OffsetRange(A0, 0, 1), 1);
      assertThat(figures.lag(A0)).as("what was known goes on").isEqualTo(3);
      stream.log().reconnect();
      stream.log().append(A0, 5);

      await().until(() -> figures.lag(A0) == 8);
      assertThat(figures.sumOfLags()).isEqualTo(8 + figures.lag(A1));
    }
  }

  private StreamFigures figures(Duration interval) {
    return new StreamFigures(saved, stream.log(), () -> 9, interval, new Remembering());
  }

  private void start(StreamFigures figures) {
    StartedStream started = stream.start(StartRules.STRICT);
    saved.startAt(started.positions());
    figures.started(started);
  }

  private void save(StreamFigures figures, OffsetRange range, long records) {
    SavedBatch batch =
        new SavedBatch(
            Instant.ofEpochSecond(1_000), BatchRanges.of(range), records, Duration.ofMillis(70));
    saved.saved(batch);
    figures.saved(batch);
  }

  /** Remembers what it is told. */
  private final class Remembering implements SessionObserver {

    @Override
    public void started(StartedStream started) {
      sessions.add(started);
    }

    @Override
    public void saved(SavedBatch batch) {
      batches.add(batch);
    }
  }
}
