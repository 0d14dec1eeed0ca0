package io.offsetwise.adapters.spark.driver.stream;

import io.offsetwise.adapters.spark.driver.batch.BatchAction;
import io.offsetwise.adapters.spark.driver.batch.Diagnosis;
import io.offsetwise.adapters.spark.driver.batch.RawBatch;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.StreamSession;
import io.offsetwise.application.source.RangeReaders;
import java.util.function.Supplier;
import org.apache.spark.streaming.api.java.JavaStreamingContext;

/**
 * The work of one session. Used in the driver's main thread.
 *
 * @param work of the stream
 * @param stream as it was claimed
 * @param saver under the session's claim
 * @param contexts plan ranges from the session's positions
 * @param <R> the job's results
 */
@SuppressWarnings("deprecation") // DStreams are, upstream
public record SessionWork<R>(
    StreamWork<R> work, StartedStream stream, Saver<R> saver, StreamingContexts contexts) {

  /**
   * What is done with each batch.
   *
   * @param gate lets batches in
   * @param check of the ranges of each batch
   * @param observer is told of each batch that was saved
   */
  public ArrivingBatches batches(BatchGate gate, BatchCheck check, BatchObserver observer) {
    RangeReaders readers = readers();
    RangeReaders earlier = earlierReaders();
    return new ArrivingBatches(
        (ranges, places) ->
            new BatchAction<>(
                new RawBatch(work.spark(), ranges, readers, places),
                work.job(),
                earlier,
                work.scope(),
                saver),
        work.retry(),
        gate,
        check,
        observer);
  }

  /**
   * Starts to read.
   *
   * @param context makes the context, whose Spark stays open when the session closes
   */
  public StreamSession start(Supplier<JavaStreamingContext> context) {
    return DirectStreamSession.start(
        context,
        work.settings().stopBound(),
        Diagnosis.ofStart(saver, stream.positions()),
        this::release);
  }

  /** Named by the claim, so that a session does not meet what an earlier one has fetched. */
  private RangeReaders readers() {
    return work.readers().apply(stream.context().stream() + "-" + stream.context().epoch());
  }

  /** Beside the stream's own, which would lose what they have fetched. */
  private RangeReaders earlierReaders() {
    return work.readers()
        .apply(stream.context().stream() + "-" + stream.context().epoch() + "-earlier");
  }

  private void release() {
    readers().release();
    earlierReaders().release();
  }
}
