package io.offsetwise.application.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.offsetwise.application.fake.FakeTime;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.application.time.PassingTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchRetryTest {

  private static final long RECORDS = 7;

  private final List<String> warnings = new ArrayList<>();
  private final FakeTime time = new FakeTime();

  @Test
  void aBatchThatIsSavedIsSavedOnce() {
    Failing action = new Failing(0, StopReason.TRANSIENT, Duration.ZERO);

    assertThat(retry(5, Duration.ofMinutes(1)).untilSaved(action)).isEqualTo(RECORDS);
    assertThat(action.runs).isEqualTo(1);
    assertThat(warnings).isEmpty();
  }

  @Test
  void aFailureThatPassesIsToldAndGoneOver() {
    Failing action = new Failing(2, StopReason.TRANSIENT, Duration.ZERO);

    assertThat(retry(5, Duration.ofMinutes(1)).untilSaved(action)).isEqualTo(RECORDS);
    assertThat(action.runs).isEqualTo(3);
    assertThat(warnings)
        .containsExactly(
            "the batch could not be saved at attempt 1 of 5: run 1; it is read and saved again in"
                + " 500 ms",
            "the batch could not be saved at attempt 2 of 5: run 2; it is read and saved again in"
                + " 1000 ms");
  }

  @Test
  void pausesGrowUpToTenSeconds() {
    retry(9, Duration.ofHours(1)).untilSaved(new Failing(8, StopReason.TRANSIENT, Duration.ZERO));

    assertThat(time.pauses())
        .extracting(Duration::toMillis)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L, 10_000L);
  }

  @Test
  void afterTheLastAttemptTheLastFailureIsTheReason() {
    Failing action = new Failing(9, StopReason.TRANSIENT, Duration.ZERO);

    StoppedException stop = stopOf(retry(3, Duration.ofMinutes(1)), action);

    assertThat(action.runs).isEqualTo(3);
    assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT);
    assertThat(stop).hasMessage("the batch could not be saved by 3 attempts within 1500 ms: run 3");
  }

  /** Attempts that wait for locks take their time as well. */
  @Test
  void noAttemptBeginsAfterTheTimeIsOver() {
    Failing action = new Failing(9, StopReason.TRANSIENT, Duration.ofSeconds(4));

    StoppedException stop = stopOf(retry(100, Duration.ofSeconds(12)), action);

    assertThat(action.runs).isEqualTo(4);
    assertThat(stop)
        .hasMessage("the batch could not be saved by 4 attempts within 15500 ms: run 4");
  }

  @Test
  void oneAttemptIsToldAsItWas() {
    Failing action = new Failing(1, StopReason.TRANSIENT, Duration.ZERO);

    assertThat(stopOf(new BatchRetry(RetryBound.ONCE, time, warnings::add), action))
        .hasMessage("run 1");
    assertThat(warnings).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TRANSIENT")
  void whatDoesNotPassIsNotTriedAgain(StopReason reason) {
    Failing action = new Failing(1, reason, Duration.ZERO);

    assertThat(stopOf(retry(5, Duration.ofMinutes(1)), action).reason()).isEqualTo(reason);
    assertThat(action.runs).isEqualTo(1);
  }

  @Test
  void whoIsInterruptedGivesUp() {
    Failing action = new Failing(9, StopReason.TRANSIENT, Duration.ZERO);
    Thread.currentThread().interrupt();

    BatchRetry retry =
        new BatchRetry(new RetryBound(5, Duration.ofMinutes(1)), PassingTime.REAL, warnings::add);
    assertThat(stopOf(retry, action)).hasMessage("run 1");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(action.runs).isEqualTo(1);
  }

  @Test
  void aBoundHasAnAttempt() {
    assertThatThrownBy(() -> new RetryBound(0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 0 times within PT0S");
    assertThatThrownBy(() -> new RetryBound(1, Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private BatchRetry retry(int attempts, Duration bound) {
    return new BatchRetry(new RetryBound(attempts, bound), time, warnings::add);
  }

  private static StoppedException stopOf(BatchRetry retry, LongSupplier action) {
    return catchThrowableOfType(StoppedException.class, () -> retry.untilSaved(action));
  }

  /** Fails a few times, each after a while. */
  private final class Failing implements LongSupplier {

    private final int failures;
    private final StopReason reason;
    private final Duration takes;
    private int runs;

    private Failing(int failures, StopReason reason, Duration takes) {
      this.failures = failures;
      this.reason = reason;
      this.takes = takes;
    }

    @Override
    public long getAsLong() {
      runs++;
      time.elapse(takes);
      if (runs <= failures) {
        throw new StoppedException(reason, "run " + runs);
      }
      return RECORDS;
    }
  }
}
