package io.offsetwise.adapters.spark.driver.stream;

import io.offsetwise.adapters.spark.driver.batch.Diagnosis;
import io.offsetwise.application.session.StreamSession;
import io.offsetwise.application.time.Deadline;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One streaming context with one direct stream. Opened, watched and closed in the driver's main
 * thread.
 *
 * <p>DStreams are deprecated upstream; this class and {@link StreamingContexts} alone know the
 * deprecated type.
 */
@SuppressWarnings("deprecation")
public final class DirectStreamSession implements StreamSession {

  private static final Logger LOG = LoggerFactory.getLogger(DirectStreamSession.class);
  private static final long LOOK_WITHOUT_WAITING = 0;

  /** The thread in which Spark generates batches; a process has one streaming context at a time. */
  private static final String GENERATOR = "JobGenerator";

  /** What a stop may take before it looks as if Spark were waiting for the broker. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final JavaStreamingContext context;
  private final Duration stopBound;
  private final Diagnosis diagnosis;
  private final Runnable afterwards;

  private DirectStreamSession(
      JavaStreamingContext context, Duration stopBound, Diagnosis diagnosis, Runnable afterwards) {
    this.context = context;
    this.stopBound = stopBound;
    this.diagnosis = diagnosis;
    this.afterwards = afterwards;
  }

  /**
   * Starts to read.
   *
   * @param contexts makes the context, whose Spark stays open when the session closes
   * @param stopBound bound of the stop
   * @param diagnosis explains what fails outside batches
   * @param afterwards runs when the context has stopped
   */
  public static DirectStreamSession start(
      Supplier<JavaStreamingContext> contexts,
      Duration stopBound,
      Diagnosis diagnosis,
      Runnable afterwards) {
    DirectStreamSession session =
        new DirectStreamSession(make(contexts, diagnosis), stopBound, diagnosis, afterwards);
    try {
      session.context.start();
      return session;
    } catch (Exception failure) {
      session.close();
      throw diagnosis.explain(failure);
    }
  }

  private static JavaStreamingContext make(
      Supplier<JavaStreamingContext> contexts, Diagnosis diagnosis) {
    try {
      return contexts.get();
    } catch (Exception failure) {
      throw diagnosis.explain(failure);
    }
  }

  @Override
  public void requireAlive() {
    try {
      if (context.awaitTerminationOrTimeout(LOOK_WITHOUT_WAITING)) {
        throw new IllegalStateException(
            "Spark has stopped the streaming context by itself: the Spark application was probably"
                + " killed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (PassedOverException ending) {
      // Spark tells of it as of any failure; a batch that came too late must not spoil a stop.
      LOG.debug("the session is ending", ending);
    } catch (Exception failure) {
      throw diagnosis.explain(failure);
    }
  }

  @Override
  public void close() {
    FutureTask<Void> stop = new FutureTask<>(() -> context.stop(false, false), null);
    Thread stopping = new Thread(stop, "stop-streaming-context");
    stopping.setDaemon(true);
    stopping.start();
    try {
      await(stop);
    } catch (ExecutionException failed) {
      LOG.warn("Spark failed to stop the session; going on without it", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      afterwards.run();
    }
  }

  private void await(Future<?> stop) throws ExecutionException, InterruptedException {
    Deadline deadline = Deadline.in(stopBound);
    while (!deadline.hasPassed()) {
      try {
        stop.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException late) {
        interruptGenerator();
      }
    }
    LOG.warn(
        "Spark did not stop the session within {} ms; going on without it", stopBound.toMillis());
  }

  /**
   * Spark asks the broker for its offsets without any bound, and meanwhile holds the lock that a
   * stop needs: when no broker answers, only an interrupt ends both.
   */
  private static void interruptGenerator() {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(GENERATOR))
        .forEach(Thread::interrupt);
  }
}
