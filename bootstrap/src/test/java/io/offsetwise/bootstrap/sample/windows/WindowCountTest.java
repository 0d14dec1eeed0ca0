package io.offsetwise.bootstrap.sample.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.fake.FakeRecord;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowCountTest {

  private static final WindowCount EMPTY = new WindowCount("a", 0, 3, 5, 9, 0, 0);

  @Test
  void recordsAreCountedInTheWindowThatTheyAreBroughtInto() {
    List<WindowCount> counts = new ArrayList<>();
    new WindowFunction().apply(FakeRecord.at("a", 0, 7), counts::add);

    assertThat(counts).containsExactly(new WindowCount("a", 0, 7, 7, 8, 1, "a-0@7".length()));
    assertThat(EMPTY.plus(counts.get(0).within(EMPTY)).plus(counts.get(0).within(EMPTY)))
        .isEqualTo(new WindowCount("a", 0, 3, 5, 9, 2, 10));
  }

  @Test
  void countsOfDifferentWindowsDoNotAddUp() {
    for (WindowCount other :
        List.of(
            new WindowCount("b", 0, 3, 5, 9, 1, 1),
            new WindowCount("a", 1, 3, 5, 9, 1, 1),
            new WindowCount("a", 0, 4, 5, 9, 1, 1),
            new WindowCount("a", 0, 3, 4, 9, 1, 1),
            new WindowCount("a", 0, 3, 5, 8, 1, 1))) {
      assertThatThrownBy(() -> EMPTY.plus(other)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theBatchLiesAtTheEndOfItsWindow() {
    assertThatThrownBy(() -> new WindowCount("a", 0, 6, 5, 9, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WindowCount("a", 0, 3, 10, 9, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyPartitionOfABatchHasAWindowAlsoTheQuietOnes() {
    assertThat(
            EmptyWindows.of(
                ranges(range(0, 3, 5), range(1, 4, 4)), ranges(range(0, 5, 9), range(1, 4, 4))))
        .containsExactly(EMPTY, new WindowCount("a", 1, 4, 4, 4, 0, 0));
  }

  @Test
  void aWindowHasNoHole() {
    assertThatThrownBy(() -> EmptyWindows.of(ranges(range(0, 3, 4)), ranges(range(0, 5, 9))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a-0 [3, 4) does not lead to a-0 [5, 9)");
  }

  private static BatchRanges ranges(OffsetRange... ranges) {
    return new BatchRanges(List.of(ranges));
  }

  private static OffsetRange range(int partition, long from, long until) {
    return new OffsetRange(new TopicPartition("a", partition), from, until);
  }
}
