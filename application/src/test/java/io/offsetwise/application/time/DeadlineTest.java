package io.offsetwise.application.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -1_000_000_000})
  void hasPassedWithoutABound(long nanos) {
    Deadline deadline = Deadline.in(Duration.ofNanos(nanos));

    assertThat(deadline.hasPassed()).isTrue();
    assertThat(deadline.left()).isZero();
  }

  @Test
  void isAheadForAsLongAsItsBound() {
    Deadline deadline = Deadline.in(Duration.ofHours(1));

    assertThat(deadline.hasPassed()).isFalse();
    assertThat(deadline.left()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
  }

  @Test
  void isAheadBeyondTheOverflowOfTheClock() {
    assertThat(new Deadline(System.nanoTime() + Long.MAX_VALUE).hasPassed()).isFalse();
  }
}
