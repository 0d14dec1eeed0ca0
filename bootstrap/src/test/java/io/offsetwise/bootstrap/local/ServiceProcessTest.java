package io.offsetwise.bootstrap.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServiceProcessTest {

  private final ServiceProcess self = ServiceProcess.current();

  @Test
  void findsAProcessThatLives() {
    assertThat(self.find()).contains(ProcessHandle.current());
  }

  @Test
  void passesOverALaterProcessOfTheSameNumber() {
    long anHourEarlier = self.startedAtMs() - Duration.ofHours(1).toMillis();

    assertThat(new ServiceProcess(self.pid(), anHourEarlier).find()).isEmpty();
  }

  @Test
  void passesOverAProcessThatHasEnded() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();

    assertThat(new ServiceProcess(ended.pid(), System.currentTimeMillis()).find()).isEmpty();
  }
}
