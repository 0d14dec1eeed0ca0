package io.offsetwise.application.session;

import io.offsetwise.application.resume.StartStream;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the store, for a bounded time, whether the stream still belongs to this driver. A store that
 * hangs must not hold up the end of a process that was told to stop.
 *
 * @param start knows the store
 * @param bound the longest wait for its answer
 */
record ClaimCheck(StartStream start, Duration bound) {

  /**
   * Makes sure of it.
   *
   * @throws StoppedException with reason {@code FENCED} when another driver has taken over, {@code
   *     UNAVAILABLE} when the store fails or does not answer in time
   */
  void require(SaveContext context) throws InterruptedException {
    FutureTask<Void> question = new FutureTask<>(() -> start.requireStillClaimed(context), null);
    Thread asking = new Thread(question, "check-claim");
    asking.setDaemon(true);
    asking.start();
    try {
      question.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw StoppedException.within(failed)
          .map(RuntimeException.class::cast)
          .orElseGet(() -> new SessionFailedException(failed.getCause()));
    } catch (TimeoutException silence) {
      throw StopReason.UNAVAILABLE.because(
          silence,
          "the store did not say within %s ms whether stream %s still belongs to this driver:"
              + " database or broker probably hang; what was not committed will be read again",
          bound.toMillis(),
          context.stream());
    }
  }

  /**
   * Whatever a driver fails with after another one has taken over, it is fenced: one that stood
   * still meanwhile meets timeouts and lost connections first, and must not be started again.
   *
   * @return {@code failure}, or the fencing with the failure as suppressed
   */
  RuntimeException reasonOf(RuntimeException failure, SaveContext context)
      throws InterruptedException {
    if (isFenced(failure)) {
      return failure;
    }
    try {
      require(context);
      return failure;
    } catch (RuntimeException answer) {
      if (!isFenced(answer)) {
        return failure;
      }
      answer.addSuppressed(failure);
      return answer;
    }
  }

  private static boolean isFenced(RuntimeException failure) {
    return StoppedException.within(failure)
        .filter(stopped -> stopped.reason() == StopReason.FENCED)
        .isPresent();
  }
}
