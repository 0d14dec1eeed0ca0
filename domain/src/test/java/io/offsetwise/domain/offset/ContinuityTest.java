package io.offsetwise.domain.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContinuityTest {

  private static final long SEED = 20_261_120L;
  private static final int ROUNDS = 2_000;

  @ParameterizedTest(name = "[{0}, {1}) seen from {2} is {3}")
  @CsvSource({
    // a range of several offsets
    "10, 20,  0, GAP",
    "10, 20,  9, GAP",
    "10, 20, 10, IN_ORDER",
    "10, 20, 11, OVERLAP",
    "10, 20, 19, OVERLAP",
    "10, 20, 20, ALREADY_APPLIED",
    "10, 20, 21, BEHIND",
    "10, 20, 9223372036854775807, BEHIND",
    // a range of one offset has no inside
    "10, 11,  9, GAP",
    "10, 11, 10, IN_ORDER",
    "10, 11, 11, ALREADY_APPLIED",
    "10, 11, 12, BEHIND",
    // an empty range is in order where it lies, never applied
    "10, 10,  9, GAP",
    "10, 10, 10, IN_ORDER",
    "10, 10, 11, BEHIND",
    "0,   0,  0, IN_ORDER",
    "0, 9223372036854775807, 9223372036854775807, ALREADY_APPLIED",
  })
  void placesThePosition(long from, long until, long position, Continuity expected) {
    assertThat(Continuity.of(from, until, position)).isEqualTo(expected);
  }

  @Test
  void movingRangeAndPositionTogetherChangesNothing() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      long from = random.nextLong(100);
      long until = from + random.nextLong(10);
      long position = random.nextLong(120);
      long shift = random.nextLong(1L << 60);

      assertThat(Continuity.of(from + shift, until + shift, position + shift))
          .isEqualTo(Continuity.of(from, until, position));
    }
  }
}
