package io.offsetwise.application.fake;

import io.offsetwise.application.time.PassingTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes at once when somebody pauses. Not thread-safe. */
public final class FakeTime implements PassingTime {

  private final List<Duration> pauses = new ArrayList<>();
  private Duration now = Duration.ofDays(1);

  @Override
  public Duration now() {
    return now;
  }

  @Override
  public void pass(Duration pause) {
    pauses.add(pause);
    elapse(pause);
  }

  /** Time passes without a pause. */
  public void elapse(Duration time) {
    now = now.plus(time);
  }

  /** All pauses so far, in their order. */
  public List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
