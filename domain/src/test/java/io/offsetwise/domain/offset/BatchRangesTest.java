package io.offsetwise.domain.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchRangesTest {

  private static final OffsetRange B0 = range("b", 0, 5, 10);
  private static final OffsetRange A10 = range("a", 10, 0, 3);
  private static final OffsetRange A2 = range("a", 2, 7, 8);
  private static final OffsetRange EMPTY = range("a", 1, 4, 4);

  private final BatchRanges batch = new BatchRanges(List.of(B0, EMPTY, A10, A2));

  @Test
  void keepsTheOrderOfTheConnector() {
    assertThat(batch.ranges()).containsExactly(B0, EMPTY, A10, A2);
  }

  @Test
  void locksByTopicAndNumberAndPassesOverEmptyRanges() {
    assertThat(batch.inLockOrder()).containsExactly(A2, A10, B0);
  }

  @Test
  void addsUpItsOffsets() {
    assertThat(batch.length()).isEqualTo(9);
    assertThat(batch.isEmpty()).isFalse();
  }

  @Test
  void isEmptyWhenNoRangeHoldsAnOffset() {
    assertThat(new BatchRanges(List.of()).isEmpty()).isTrue();
    assertThat(BatchRanges.of(EMPTY).isEmpty()).isTrue();
    assertThat(BatchRanges.of(EMPTY).inLockOrder()).isEmpty();
    assertThat(BatchRanges.of(EMPTY).length()).isZero();
  }

  @Test
  void ofOneRangeIsThatRange() {
    assertThat(BatchRanges.of(B0).ranges()).containsExactly(B0);
  }

  @Test
  void refusesTwoRangesOfOnePartition() {
    assertThatThrownBy(() -> new BatchRanges(List.of(B0, A2, range("b", 0, 10, 12))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("b-0 has two ranges in one batch: ");
  }

  @Test
  void doesNotChangeWithTheListItWasMadeOf() {
    List<OffsetRange> list = new ArrayList<>(List.of(B0));
    BatchRanges made = new BatchRanges(list);

    list.add(A2);

    assertThat(made.ranges()).containsExactly(B0);
  }

  private static OffsetRange range(String topic, int partition, long from, long until) {
    return new OffsetRange(new TopicPartition(topic, partition), from, until);
  }
}
