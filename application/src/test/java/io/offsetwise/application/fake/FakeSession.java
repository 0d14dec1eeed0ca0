package io.offsetwise.application.fake;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.session.StreamSession;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session that a test drives. Like Spark's, its generation of batches runs ahead of their fate: a
 * failed batch does not keep the next one from being made.
 */
public final class FakeSession implements StreamSession {

  private final StartedStream stream;
  private final BatchGate gate;
  private final BatchObserver observer;
  private final FakeBatchSaver saver;
  private final long rangeLimit;
  private Positions generated;
  private volatile boolean closed;
  private volatile Optional<RuntimeException> generationFailure = Optional.empty();

  FakeSession(
      StartedStream stream,
      BatchGate gate,
      BatchObserver observer,
      FakeBatchSaver saver,
      long rangeLimit) {
    this.stream = stream;
    this.gate = gate;
    this.observer = observer;
    this.saver = saver;
    this.rangeLimit = rangeLimit;
    this.generated = stream.positions();
  }

  /** What the session was opened with. */
  public StartedStream stream() {
    return stream;
  }

  /** Generates the next batch and runs it in the caller's thread, through the gate. */
  public void runBatch() {
    runBatch(() -> {});
  }

  /** Like {@link #runBatch()}; {@code first} runs inside the gate before anything is saved. */
  public void runBatch(Runnable first) {
    BatchRanges ranges = generate();
    gate.pass(
        () -> {
          first.run();
          long records = saver.save(ranges);
          observer.saved(new SavedBatch(Instant.EPOCH, ranges, records, Duration.ZERO));
        });
  }

  /** Lets the engine fail outside any batch. */
  public void failGeneration(RuntimeException failure) {
    generationFailure = Optional.of(failure);
  }

  /** Whether the session was closed. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void requireAlive() {
    generationFailure.ifPresent(
        failure -> {
          throw failure;
        });
  }

  @Override
  public void close() {
    closed = true;
  }

  private BatchRanges generate() {
    Positions ends = saver.log().endOf(generated.partitions());
    List<OffsetRange> ranges = new ArrayList<>();
    for (TopicPartition partition : generated.partitions()) {
      long from = generated.of(partition).orElseThrow();
      long until = Math.min(from + rangeLimit, ends.of(partition).orElseThrow());
      ranges.add(new OffsetRange(partition, from, until));
    }
    generated = generated.after(ranges);
    return new BatchRanges(ranges);
  }
}
