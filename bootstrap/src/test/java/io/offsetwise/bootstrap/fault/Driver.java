package io.offsetwise.bootstrap.fault;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.ProcessSignal;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * A job in a process.
 *
 * @param running the process
 */
record Driver(Program.Running running) implements AutoCloseable {

  private static final Duration BOUND = Duration.ofSeconds(60);

  void send(ProcessSignal signal) throws IOException, InterruptedException {
    signal.sendTo(running.process());
  }

  /** Suspends it between two transactions: whatever it holds in memory, the database is free. */
  void pauseOutsideTransactions(StoredStream stored) {
    Awaitility.await()
        .atMost(BOUND)
        .until(
            () -> {
              send(ProcessSignal.STOP);
              if (!stored.isLockedByOthers()) {
                return true;
              }
              send(ProcessSignal.CONT);
              return false;
            });
  }

  /** As the system does when memory is short. */
  void kill() {
    running.process().destroyForcibly();
  }

  boolean isAlive() {
    return running.isAlive();
  }

  /** Waits for its end. */
  Program.Ended end() throws IOException, InterruptedException {
    return Program.end(running);
  }

  /** Leaves no process behind, whatever became of the test. */
  @Override
  public void close() {
    kill();
  }
}
