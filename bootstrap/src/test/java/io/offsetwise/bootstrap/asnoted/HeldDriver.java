package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.command.Program;
import java.io.IOException;
import java.nio.file.Files;

/**
 * A program in a process of its own, which is to be held at a failure point.
 *
 * @param running the process
 * @param pause where it is held
 */
record HeldDriver(Program.Running running, Pause pause) implements AutoCloseable {

  private static final int SIGKILL = 137;

  /** Waits until it is held. */
  void awaitHeld() throws IOException {
    Wait.until(() -> pause.isHeld() || !running.isAlive());
    assertThat(running.isAlive()).as(Files.readString(running.err())).isTrue();
  }

  /** {@code kill -9}. */
  void kill() throws IOException, InterruptedException {
    running.process().destroyForcibly();
    assertThat(Program.end(running).exitCode()).isEqualTo(SIGKILL);
    pause.release();
  }

  /** Leaves no process behind, whatever became of the test. */
  @Override
  public void close() {
    running.process().destroyForcibly();
  }
}
