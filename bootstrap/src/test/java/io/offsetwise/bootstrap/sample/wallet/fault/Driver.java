package io.offsetwise.bootstrap.sample.wallet.fault;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.ProcessSignal;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A job in a process.
 *
 * @param running the process
 */
record Driver(Program.Running running) implements AutoCloseable {

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final Duration SETTLED = Duration.ofMillis(500);

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
              if (!stored.isLockedByOthers() && staysUnlocked(stored)) {
                return true;
              }
              send(ProcessSignal.CONT);
              return false;
            });
  }

  /** What it had sent before may still be on its way to the server. */
  private static boolean staysUnlocked(StoredStream stored) {
    try {
      Awaitility.await()
          .during(SETTLED)
          .atMost(SETTLED.multipliedBy(2))
          .until(() -> !stored.isLockedByOthers());
      return true;
    } catch (ConditionTimeoutException locked) {
      return false;
    }
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
