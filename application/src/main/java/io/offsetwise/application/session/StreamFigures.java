package io.offsetwise.application.session;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * What an operator watches of a running stream: where it stands, where its log ends, and how its
 * batches go. A batch tells of itself. The ends of the log and the dead letters are asked for in a
 * thread of its own, from the start of the first session until this is closed; a look that fails is
 * made up for by the next. Thread-safe.
 */
public final class StreamFigures implements SessionObserver, AutoCloseable {

  private final SavedPositions saved;
  private final SourceLog log;
  private final LongSupplier newDeadLetters;
  private final Duration interval;
  private final SessionObserver observer;
  private final RecurringTask looks = new RecurringTask("stream-figures");
  private final AtomicReference<LogEnds> ends = new AtomicReference<>(LogEnds.NONE);
  private final AtomicReference<Optional<SavedBatch>> newest =
      new AtomicReference<>(Optional.empty());
  private final AtomicLong holes = new AtomicLong();
  private final AtomicLong deadLetters = new AtomicLong();

  /**
   * Figures of a stream that has not started.
   *
   * @param saved keeps how far the stream has come
   * @param log is asked for its ends
   * @param newDeadLetters counts those of this run
   * @param interval time between two looks
   * @param observer is told of sessions and batches as well
   */
  public StreamFigures(
      SavedPositions saved,
      SourceLog log,
      LongSupplier newDeadLetters,
      Duration interval,
      SessionObserver observer) {
    this.saved = Objects.requireNonNull(saved, "saved");
    this.log = Objects.requireNonNull(log, "log");
    this.newDeadLetters = Objects.requireNonNull(newDeadLetters, "newDeadLetters");
    this.interval = Objects.requireNonNull(interval, "interval");
    this.observer = Objects.requireNonNull(observer, "observer");
  }

  @Override
  public void started(StartedStream stream) {
    Set<TopicPartition> partitions = stream.positions().partitions();
    looks.begin(Duration.ZERO, interval, () -> look(partitions));
    observer.started(stream);
  }

  @Override
  public void saved(SavedBatch batch) {
    newest.set(Optional.of(batch));
    holes.addAndGet(batch.ranges().length() - batch.records());
    observer.saved(batch);
  }

  /** Waits for nothing: a look that is under way may be lost. */
  @Override
  public void close() {
    looks.close();
  }

  /** Next offset that the stream reads; 0 where it has no position. */
  public long position(TopicPartition partition) {
    return saved.positions().of(partition).orElse(0);
  }

  /** The log's end as far as it is known: at the last look, or where the stream has come since. */
  public long latestOffset(TopicPartition partition) {
    return Math.max(position(partition), ends.get().log().of(partition).orElse(0));
  }

  /** Number of offsets from the position to the log's end. */
  public long lag(TopicPartition partition) {
    return latestOffset(partition) - position(partition);
  }

  /** The lags of all partitions together. */
  public long sumOfLags() {
    return saved.positions().lagTo(ends.get().log());
  }

  /** Number of partitions in which a transaction was open at the last look. */
  public long partitionsWithOpenTransaction() {
    return ends.get().heldUp();
  }

  /** Number of records that this run has saved. */
  public long records() {
    return saved.records();
  }

  /** Number of batches that this run has saved. */
  public long batches() {
    return saved.batches();
  }

  /**
   * Number of offsets of saved ranges that held no record for the stream: markers of transactions,
   * records of aborted ones, and what was compacted away.
   */
  public long holes() {
    return holes.get();
  }

  /** Number of records that this run has put among the dead letters, at the last look. */
  public long deadLetters() {
    return deadLetters.get();
  }

  /** How long the newest batch took, in milliseconds; 0 before the first. */
  public long lastProcessingMillis() {
    return newest.get().map(SavedBatch::processing).map(Duration::toMillis).orElse(0L);
  }

  /** The time of the newest batch, in seconds since 1970; 0 before the first. */
  public long lastBatchSeconds() {
    return newest.get().map(SavedBatch::batchTime).map(Instant::getEpochSecond).orElse(0L);
  }

  private void look(Set<TopicPartition> partitions) {
    // In this order: what is appended between the two questions is not taken for held up.
    Positions end = log.logEndOf(partitions);
    ends.set(new LogEnds(end, log.endOf(partitions)));
    deadLetters.set(newDeadLetters.getAsLong());
  }

  /**
   * The ends of the stream's partitions.
   *
   * @param log where the log ends
   * @param readable where reading ends
   */
  private record LogEnds(Positions log, Positions readable) {

    static final LogEnds NONE = new LogEnds(Positions.NONE, Positions.NONE);

    long heldUp() {
      return log.nextOffsets().entrySet().stream()
          .filter(end -> readable.of(end.getKey()).orElse(0) < end.getValue())
          .count();
    }
  }
}
