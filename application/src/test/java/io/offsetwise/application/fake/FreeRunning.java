package io.offsetwise.application.fake;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.application.time.Deadline;
import java.time.Duration;

/** Statements run as they come; nobody waits longer for a row than the bound. */
final class FreeRunning implements StatementScheduler {

  private final Duration lockWait;

  FreeRunning(Duration lockWait) {
    this.lockWait = lockWait;
  }

  @Override
  public void beforeStatement(FakeStatement statement) {}

  @Override
  public synchronized void awaitRow(RowRequest request) {
    try {
      awaitRow(request, Deadline.in(lockWait));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoppedException(
          StopReason.UNAVAILABLE, "interrupted while waiting for " + request, interrupted);
    }
  }

  @Override
  public synchronized void afterEnd(CommitDecision end) {
    notifyAll();
  }

  private void awaitRow(RowRequest request, Deadline deadline) throws InterruptedException {
    while (!request.tryLock()) {
      long millis = deadline.left().toMillis();
      if (millis == 0) {
        throw new StoppedException(
            StopReason.UNAVAILABLE,
            request + " stayed locked for " + lockWait.toMillis() + " ms: probably a deadlock");
      }
      wait(millis);
    }
  }
}
