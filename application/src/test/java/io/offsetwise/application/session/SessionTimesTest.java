package io.offsetwise.application.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionTimesTest {

  private static final Duration GOOD = Duration.ofMillis(1);

  @Test
  void areAllPositive() {
    assertThatThrownBy(() -> new SessionTimes(Duration.ZERO, GOOD, GOOD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tick must be positive but is PT0S");
    assertThatThrownBy(() -> new SessionTimes(GOOD, Duration.ofMillis(-1), GOOD))
        .hasMessage("partitionCheck must be positive but is PT-0.001S");
    assertThatThrownBy(() -> new SessionTimes(GOOD, GOOD, Duration.ZERO))
        .hasMessage("drainBound must be positive but is PT0S");
  }

  @Test
  void aStopRequestIsKept() {
    StopRequest stop = new StopRequest();
    assertThat(stop.isRequested()).isFalse();

    stop.request();

    assertThat(stop.isRequested()).isTrue();
  }
}
