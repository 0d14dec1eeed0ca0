package io.offsetwise.bootstrap.sample.wallet.fault;

import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.RunReport;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/**
 * A job in a thread of this JVM.
 *
 * @param run its end
 * @param stop asks for the end
 */
record RunningJob(FutureTask<RunReport> run, StopRequest stop) implements AutoCloseable {

  private static final Duration BOUND = Duration.ofSeconds(60);

  static RunningJob of(JobRunner runner, StopRequest stop) {
    FutureTask<RunReport> run = new FutureTask<>(runner::run);
    Thread thread = new Thread(run, "running-job");
    thread.setDaemon(true);
    thread.start();
    return new RunningJob(run, stop);
  }

  /** Asks for the end and waits for it; throws what the job failed with. */
  void stopAndWait() throws InterruptedException, ExecutionException, TimeoutException {
    stop.request();
    run.get(BOUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits for the failure that ends it. */
  Stop awaitFailure() throws InterruptedException, TimeoutException {
    try {
      throw new AssertionError(
          "the job did not fail: " + run.get(BOUND.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      return Stop.of(failed.getCause());
    }
  }

  /** Leaves no job behind, however it ends: another one would not get the Spark of this JVM. */
  @Override
  public void close() {
    stop.request();
    Awaitility.await().atMost(BOUND).until(run::isDone);
  }
}
