package io.offsetwise.domain.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class OffsetSetTest {

  private static final TopicPartition PARTITION = new TopicPartition("a", 0);

  @Test
  void rangesThatTouchOrOverlapBecomeOne() {
    OffsetSet set =
        OffsetSet.of(List.of(range(5, 8), range(0, 3), range(3, 4), range(6, 10), range(12, 12)));

    assertThat(set.ranges()).containsExactly(range(0, 4), range(5, 10));
    assertThat(set.length()).isEqualTo(9);
  }

  /** Held against a set of single offsets. */
  @RepeatedTest(50)
  void itIsASetOfOffsets(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<OffsetRange> some = ranges(random);
    List<OffsetRange> others = ranges(random);
    SortedSet<Long> plus = offsets(some);
    plus.addAll(offsets(others));
    SortedSet<Long> minus = offsets(some);
    minus.removeAll(offsets(others));
    SortedSet<Long> within = offsets(some);
    within.retainAll(offsets(others));

    OffsetSet set = OffsetSet.of(some);
    OffsetSet other = OffsetSet.of(others);

    assertThat(offsets(set.plus(other).ranges())).isEqualTo(plus);
    assertThat(offsets(set.minus(other).ranges())).isEqualTo(minus);
    assertThat(set.minus(other).length()).isEqualTo(minus.size());
    assertThat(offsets(set.within(other).ranges())).isEqualTo(within);
    assertThat(LongStream.range(0, 40).filter(set::contains).boxed().toList())
        .containsExactlyElementsOf(offsets(some));
  }

  private static List<OffsetRange> ranges(Random random) {
    List<OffsetRange> ranges = new ArrayList<>();
    for (int number = random.nextInt(5); number > 0; number--) {
      long from = random.nextInt(30);
      ranges.add(range(from, from + random.nextInt(10)));
    }
    return ranges;
  }

  private static SortedSet<Long> offsets(List<OffsetRange> ranges) {
    return ranges.stream()
        .flatMap(range -> LongStream.range(range.from(), range.until()).boxed())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static OffsetRange range(long from, long until) {
    return new OffsetRange(PARTITION, from, until);
  }
}
