package io.offsetwise.bootstrap.sample.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final TopicPartition A1 = new TopicPartition("a", 1);
  private static final EarlierBatches NOTHING = (partition, offset, most) -> List.of();

  @Test
  void reachesBackOverTheBatchesBeforeTheNewestAndNoFurther() {
    SlidingWindow window = new SlidingWindow(3, NOTHING);

    assertThat(earlier(window, 0, 4)).isEqualTo(range(A0, 0, 0));
    assertThat(earlier(window, 4, 9)).isEqualTo(range(A0, 0, 4));
    assertThat(earlier(window, 9, 12)).isEqualTo(range(A0, 0, 9));
    assertThat(earlier(window, 12, 20)).isEqualTo(range(A0, 4, 12));
    assertThat(earlier(window, 20, 21)).isEqualTo(range(A0, 9, 20));
  }

  @Test
  void aBatchInWhichNothingArrivedOfAPartitionCountsForIt() {
    SlidingWindow window = new SlidingWindow(2, NOTHING);

    earlier(window, 0, 4);

    assertThat(earlier(window, 4, 4)).isEqualTo(range(A0, 0, 4));
    assertThat(earlier(window, 4, 4)).isEqualTo(range(A0, 4, 4));
  }

  @Test
  void aWindowOfOneBatchHoldsNothingElse() {
    SlidingWindow window = new SlidingWindow(1, NOTHING);

    earlier(window, 0, 4);

    assertThat(earlier(window, 4, 9)).isEqualTo(range(A0, 4, 4));
  }

  @Test
  void afterARestartTheFirstWindowIsAsLongAsAnyOther() {
    List<String> asked = new ArrayList<>();
    SlidingWindow window =
        new SlidingWindow(
            3,
            (partition, offset, most) -> {
              asked.add(partition + " before " + offset + ": " + most);
              return List.of(5L, 8L);
            });

    assertThat(earlier(window, 11, 15)).isEqualTo(range(A0, 5, 11));
    assertThat(earlier(window, 15, 16)).isEqualTo(range(A0, 8, 15));
    assertThat(asked).containsExactly("a-0 before 11: 2");
  }

  @Test
  void aBatchThatIsReadOnceMoreDoesNotLieInItsOwnWindow() {
    SlidingWindow window = new SlidingWindow(3, NOTHING);
    earlier(window, 0, 4);
    earlier(window, 4, 9);

    assertThat(earlier(window, 0, 6)).isEqualTo(range(A0, 0, 0));
    assertThat(earlier(window, 6, 9)).isEqualTo(range(A0, 0, 6));
  }

  @Test
  void partitionsComeInTheOrderOfTheBatch() {
    SlidingWindow window = new SlidingWindow(2, (partition, offset, most) -> List.of(1L));

    BatchRanges earlier =
        window.earlier(new BatchRanges(List.of(range(A1, 3, 4), range(A0, 7, 9))));

    assertThat(earlier.ranges()).containsExactly(range(A1, 1, 3), range(A0, 1, 7));
  }

  @Test
  void aWindowHoldsABatch() {
    assertThatThrownBy(() -> new SlidingWindow(0, NOTHING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a window holds 1 or more batches, not 0");
  }

  private static OffsetRange earlier(SlidingWindow window, long from, long until) {
    return window.earlier(BatchRanges.of(range(A0, from, until))).ranges().get(0);
  }

  private static OffsetRange range(TopicPartition partition, long from, long until) {
    return new OffsetRange(partition, from, until);
  }
}
