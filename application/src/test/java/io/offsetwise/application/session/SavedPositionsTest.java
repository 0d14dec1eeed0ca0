package io.offsetwise.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SavedPositionsTest {

  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final TopicPartition A1 = new TopicPartition("a", 1);

  private final SavedPositions positions = new SavedPositions();

  @Test
  void beginsWithNothing() {
    assertThat(positions.positions()).isEqualTo(Positions.NONE);
    assertThat(positions.records()).isZero();
    assertThat(positions.batches()).isZero();
  }

  @Test
  void movesWithEachBatch() {
    positions.startAt(Positions.of(Map.of(A0, 10L, A1, 20L)));

    positions.saved(batch(3, new OffsetRange(A0, 10, 14), new OffsetRange(A1, 20, 20)));
    positions.saved(batch(0, new OffsetRange(A1, 20, 21)));

    assertThat(positions.positions()).isEqualTo(Positions.of(Map.of(A0, 14L, A1, 21L)));
    assertThat(positions.records()).isEqualTo(3);
    assertThat(positions.batches()).isEqualTo(2);
  }

  @Test
  void aNewSessionReplacesThePositionsAndKeepsTheCounts() {
    positions.startAt(Positions.of(Map.of(A0, 10L, A1, 20L)));
    positions.saved(batch(3, new OffsetRange(A0, 10, 14)));

    positions.startAt(Positions.of(Map.of(A0, 14L)));

    assertThat(positions.positions()).isEqualTo(Positions.of(Map.of(A0, 14L)));
    assertThat(positions.records()).isEqualTo(3);
    assertThat(positions.batches()).isEqualTo(1);
  }

  private static SavedBatch batch(long records, OffsetRange... ranges) {
    return new SavedBatch(
        Instant.EPOCH, new BatchRanges(List.of(ranges)), records, Duration.ofMillis(5));
  }
}
