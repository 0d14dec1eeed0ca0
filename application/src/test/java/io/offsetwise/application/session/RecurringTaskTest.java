package io.offsetwise.application.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class RecurringTaskTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @Test
  void itsEndSaysWhetherTheTimeThatWasUnderWayIsOver() throws Exception {
    try (RecurringTask hanging = new RecurringTask("hanging")) {
      hanging.begin(Duration.ZERO, Duration.ofMillis(1), this::hang);
      begun.await();

      assertThat(hanging.end(Duration.ofMillis(5))).isFalse();
      released.countDown();
      assertThat(hanging.end(Duration.ofSeconds(5))).isTrue();
    }
  }

  private void hang() {
    begun.countDown();
    try {
      released.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
