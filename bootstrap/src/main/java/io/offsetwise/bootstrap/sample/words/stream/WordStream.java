package io.offsetwise.bootstrap.sample.words.stream;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.sample.words.executor.AddToCount;
import io.offsetwise.bootstrap.sample.words.executor.WordsOfLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.Milliseconds;
import org.apache.spark.streaming.StateSpec;
import org.apache.spark.streaming.api.java.JavaMapWithStateDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A driver that can recover: its streaming context comes from the checkpoint folder, or is created
 * when there is none. Used in the driver's main thread.
 */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
public final class WordStream implements AutoCloseable {

  /** Of the counts; part of the checkpoint, so that a recovery with more cores finds them. */
  private static final int PARTITIONS = 2;

  private static final Duration CLOSE_BOUND = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(WordStream.class);

  private final JavaStreamingContext context;

  private WordStream(JavaStreamingContext context) {
    this.context = context;
  }

  /**
   * Starts to count, or goes on where the checkpoint ends.
   *
   * @param spark must exist before: a recovery would otherwise make one of the properties in the
   *     checkpoint, and what was set since would not count. Stays open
   * @param checkpoint folder of Spark's own
   * @param source used when there is no checkpoint
   * @param output takes the counts; used when there is no checkpoint
   * @param observer is told of batches and of the receiver
   * @throws StoppedException with reason {@code START_REFUSED} when there is a checkpoint that
   *     cannot be read
   */
  public static WordStream start(
      JavaSparkContext spark,
      Path checkpoint,
      WordSource source,
      CountsOutput output,
      WordStreamObserver observer) {
    JavaStreamingContext context = getOrCreate(spark, checkpoint, source, output);
    context.addStreamingListener(new ObservedStream(observer));
    context.start();
    return new WordStream(context);
  }

  private static JavaStreamingContext getOrCreate(
      JavaSparkContext spark, Path checkpoint, WordSource source, CountsOutput output) {
    try {
      return JavaStreamingContext.getOrCreate(
          checkpoint.toString(), () -> create(spark, checkpoint, source, output));
    } catch (Exception unreadable) {
      throw StopReason.START_REFUSED.because(
          unreadable,
          """
          the checkpoint in %s cannot be recovered (%s): it was probably written by another \
          version of this program, or is damaged; to count from zero, remove the folder or name \
          another one""",
          checkpoint,
          unreadable.getMessage());
    }
  }

  private static JavaStreamingContext create(
      JavaSparkContext spark, Path checkpoint, WordSource source, CountsOutput output) {
    JavaStreamingContext context =
        new JavaStreamingContext(spark, Milliseconds.apply(source.batchInterval().toMillis()));
    context.checkpoint(checkpoint.toString());
    JavaMapWithStateDStream<String, Long, Long, Long> counts =
        context
            .socketTextStream(source.host(), source.port(), StorageLevel.MEMORY_AND_DISK_SER())
            .flatMapToPair(new WordsOfLine())
            .mapWithState(StateSpec.function(new AddToCount()).numPartitions(PARTITIONS));
    counts.checkpoint(
        Milliseconds.apply(source.batchInterval().toMillis() * source.stateCheckpoint()));
    counts.stateSnapshots().foreachRDD(new PublishCounts(output));
    return context;
  }

  /**
   * Waits a while for a failure, the only way in which the stream ends by itself.
   *
   * @throws Exception what a batch has failed with
   */
  public void requireAlive(Duration bound) throws Exception {
    if (context.awaitTerminationOrTimeout(bound.toMillis())) {
      throw new IllegalStateException(
          "Spark has stopped the streaming context by itself: the Spark application was probably"
              + " killed");
    }
  }

  /**
   * Takes no more lines, and ends when the batches that were generated are done. What the receiver
   * still holds is not counted, although Spark means to: beside a checkpoint it closes its log of
   * received blocks before it assigns the last of them to a batch, tries for ten intervals ( {@code
   * spark.streaming.gracefulStopTimeout}), and drops them. They stay in the receiver's write-ahead
   * log, if there is one, for the next driver.
   *
   * @param bound the longest wait; batches that are not done by then are dropped
   * @throws StoppedException with reason {@code UNAVAILABLE} when they are not
   * @throws Exception what a batch has failed with meanwhile
   */
  public void finish(Duration bound) throws Exception {
    try {
      stopping(StopMode.GRACEFUL).get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw StopReason.UNAVAILABLE.because(
          late,
          """
          Spark did not end the batches of words within %s ms (stop.timeout): they are probably \
          too large, or the folder of the counts hangs; lines that were not counted are read again \
          if the receiver keeps a log of them""",
          bound.toMillis());
    }
    context.awaitTerminationOrTimeout(0);
  }

  /** Ends at once, if it has not ended; what the receiver holds is dropped. */
  @Override
  public void close() {
    try {
      stopping(StopMode.AT_ONCE).get(CLOSE_BOUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOG.warn(
          "Spark did not stop the stream within {} ms; going on without it",
          CLOSE_BOUND.toMillis());
    } catch (ExecutionException failed) {
      LOG.warn("Spark failed to stop the stream; going on without it", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private FutureTask<Void> stopping(StopMode mode) {
    FutureTask<Void> stop =
        new FutureTask<>(() -> context.stop(false, mode == StopMode.GRACEFUL), null);
    Thread stopping = new Thread(stop, "stop-word-stream");
    stopping.setDaemon(true);
    stopping.start();
    return stop;
  }

  /** How the stream ends. */
  private enum StopMode {
    /** After the batches that were generated. */
    GRACEFUL,
    /** In the middle of a batch. */
    AT_ONCE
  }
}
