package io.offsetwise.domain.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PositionsTest {

  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final TopicPartition A1 = new TopicPartition("a", 1);
  private static final TopicPartition B0 = new TopicPartition("b", 0);
  private static final long SEED = 42;
  private static final int ROUNDS = 500;

  private final Positions positions = Positions.of(Map.of(B0, 7L, A0, 5L));

  @Test
  void tellsTheNextOffsetToRead() {
    assertThat(positions.of(A0)).hasValue(5);
    assertThat(positions.of(A1)).isEmpty();
    assertThat(Positions.NONE.of(A0)).isEmpty();
  }

  @Test
  void isSortedByPartition() {
    assertThat(Positions.of(Map.of(B0, 1L, A1, 1L, A0, 1L)).partitions())
        .containsExactly(A0, A1, B0);
  }

  @Test
  void refusesANegativeOffset() {
    assertThatThrownBy(() -> Positions.of(Map.of(A0, -1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("position -1 of a-0 is negative");
  }

  @Test
  void standsAtTheEndOfASavedRange() {
    Positions after = positions.after(List.of(new OffsetRange(A0, 5, 9)));

    assertThat(after).isEqualTo(Positions.of(Map.of(A0, 9L, B0, 7L)));
    assertThat(positions.of(A0)).as("the old value").hasValue(5);
    assertThat(Positions.NONE.after(List.of(new OffsetRange(A1, 0, 2))).of(A1)).hasValue(2);
  }

  /** A copy for each range would copy a thousand million entries here. */
  @Test
  @Timeout(10)
  void areCopiedOnceForAllRangesOfABatch() {
    List<OffsetRange> batch =
        IntStream.range(0, 30_000)
            .mapToObj(number -> new OffsetRange(new TopicPartition("many", number), 0, 1))
            .toList();

    assertThat(Positions.NONE.after(batch).partitions()).hasSize(batch.size());
  }

  @Test
  void cannotBeChangedFromOutside() {
    TreeMap<TopicPartition, Long> map = new TreeMap<>(Map.of(A0, 5L));
    Positions made = new Positions(map);

    map.put(A0, 6L);

    assertThat(made.of(A0)).hasValue(5);
    assertThatThrownBy(() -> made.nextOffsets().put(A0, 6L))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> made.partitions().remove(A0))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void haveReachedATargetWhenEveryPartitionStandsThereOrLater() {
    assertThat(positions.haveReached(Positions.of(Map.of(A0, 5L, B0, 6L)))).isTrue();
    assertThat(positions.haveReached(Positions.of(Map.of(A0, 6L)))).isFalse();
    assertThat(positions.haveReached(Positions.NONE)).isTrue();
    assertThat(positions.haveReached(Positions.of(Map.of(A1, 0L)))).as("nothing in it").isTrue();
    assertThat(positions.haveReached(Positions.of(Map.of(A1, 1L)))).as("never read").isFalse();
  }

  @Test
  void lagAddsUpWhatIsLeftOfEachPartition() {
    assertThat(positions.lagTo(Positions.of(Map.of(A0, 8L, B0, 9L)))).isEqualTo(5);
    assertThat(positions.lagTo(Positions.of(Map.of(A0, 8L, B0, 1L))))
        .as("beyond the end counts nothing")
        .isEqualTo(3);
    assertThat(positions.lagTo(Positions.of(Map.of(A1, 4L)))).as("never read").isEqualTo(4);
    assertThat(positions.lagTo(Positions.NONE)).isZero();
  }

  @Test
  void consecutiveRangesReachTheirEndWithoutAGap() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      long target = random.nextLong(50);
      Positions end = Positions.of(Map.of(A0, target));
      Positions current = Positions.of(Map.of(A0, 0L));
      while (!current.haveReached(end)) {
        long from = current.of(A0).orElseThrow();
        OffsetRange next = new OffsetRange(A0, from, from + 1 + random.nextLong(target - from));
        assertThat(next.continuityFrom(from)).isEqualTo(Continuity.IN_ORDER);
        long lag = current.lagTo(end);

        current = current.after(List.of(next));

        assertThat(next.continuityFrom(current.of(A0).orElseThrow()))
            .isEqualTo(Continuity.ALREADY_APPLIED);
        assertThat(current.lagTo(end)).isEqualTo(lag - next.length());
      }
      assertThat(current).isEqualTo(end);
    }
  }
}
