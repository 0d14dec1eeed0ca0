package io.offsetwise.application.session;

import io.offsetwise.application.resume.StartStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.application.time.Deadline;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs a stream session by session. Each is started by claim and audit, reads a fixed set of
 * partitions, and ends between two batches; a failure ends the loop. Runs in the driver's main
 * thread.
 */
public final class SessionLoop {

  private final StartStream start;
  private final StreamEngine engine;
  private final SourceLog log;
  private final SessionTimes times;
  private final StopRequest stop;
  private final ClaimCheck claims;

  /** A loop of these parts. */
  public SessionLoop(
      StartStream start, StreamEngine engine, SourceLog log, SessionTimes times, StopRequest stop) {
    this.start = Objects.requireNonNull(start, "start");
    this.engine = Objects.requireNonNull(engine, "engine");
    this.log = Objects.requireNonNull(log, "log");
    this.times = Objects.requireNonNull(times, "times");
    this.stop = Objects.requireNonNull(stop, "stop");
    this.claims = new ClaimCheck(start, times.drainBound());
  }

  /**
   * Runs until the limit is reached or the end is asked for.
   *
   * @param limit how long to run
   * @param progress keeps how far the stream has come
   * @param observer is told of each saved batch, after {@code progress}
   * @return why the last session ended
   * @throws StoppedException what stopped the stream, see {@link StopReason}
   */
  public SessionEnd run(RunLimit limit, SavedPositions progress, SessionObserver observer)
      throws InterruptedException {
    StartedStream stream = start.start();
    SessionEnd end = session(stream, limit, progress, observer);
    while (end == SessionEnd.PARTITIONS_CHANGED) {
      stream = start.startAgain(stream.context());
      end = session(stream, limit, progress, observer);
    }
    if (end == SessionEnd.STOP_REQUESTED) {
      // One that idles meets no guard, and must not take its end for one in good order.
      claims.require(stream.context());
    }
    return end;
  }

  private SessionEnd session(
      StartedStream stream, RunLimit limit, SavedPositions progress, SessionObserver observer)
      throws InterruptedException {
    try {
      return read(stream, limit, progress, observer);
    } catch (RuntimeException failure) {
      throw claims.reasonOf(failure, stream.context());
    }
  }

  private SessionEnd read(
      StartedStream stream, RunLimit limit, SavedPositions progress, SessionObserver observer)
      throws InterruptedException {
    Watch watch = new Watch(limit, log.endOf(stream.positions().partitions()), progress);
    progress.startAt(stream.positions());
    observer.started(stream);
    BatchGate gate = new BatchGate();
    BatchObserver both =
        batch -> {
          progress.saved(batch);
          observer.saved(batch);
        };
    try (StreamSession session = engine.open(stream, gate, both)) {
      SessionEnd end = watch.untilEnd(session, gate, stream.positions().partitions());
      requireDrained(gate);
      if (end == SessionEnd.STOP_REQUESTED) {
        watch.requireAlive(session, gate);
      }
      return end;
    }
  }

  private void requireDrained(BatchGate gate) throws InterruptedException {
    boolean drained = gate.drain(times.drainBound());
    rethrow(gate);
    if (!drained) {
      throw StopReason.UNAVAILABLE.because(
          "the running batch did not end within %s ms: the database or the broker probably hangs;"
              + " what it had not committed will be read again",
          times.drainBound().toMillis());
    }
  }

  private static void rethrow(BatchGate gate) {
    gate.failure()
        .ifPresent(
            failure -> {
              throw new SessionFailedException(failure);
            });
  }

  /** What one session waits for. */
  private final class Watch {

    private final RunLimit limit;
    private final Positions target;
    private final SavedPositions progress;
    private Deadline nextPartitionCheck = Deadline.in(times.partitionCheck());

    Watch(RunLimit limit, Positions target, SavedPositions progress) {
      this.limit = limit;
      this.target = target;
      this.progress = progress;
    }

    SessionEnd untilEnd(StreamSession session, BatchGate gate, Set<TopicPartition> partitions)
        throws InterruptedException {
      while (true) {
        if (stop.isRequested()) {
          return SessionEnd.STOP_REQUESTED;
        }
        if (limit == RunLimit.UNTIL_CAUGHT_UP && progress.positions().haveReached(target)) {
          return SessionEnd.CAUGHT_UP;
        }
        if (partitionsChanged(partitions)) {
          return SessionEnd.PARTITIONS_CHANGED;
        }
        gate.awaitFailure(times.tick());
        rethrow(gate);
        requireAlive(session, gate);
      }
    }

    /** What fails outside batches is latched too, so that no queued batch is saved after it. */
    private void requireAlive(StreamSession session, BatchGate gate) {
      try {
        session.requireAlive();
      } catch (RuntimeException failure) {
        gate.latch(failure);
        rethrow(gate);
      }
    }

    private boolean partitionsChanged(Set<TopicPartition> partitions) {
      if (!nextPartitionCheck.hasPassed()) {
        return false;
      }
      nextPartitionCheck = Deadline.in(times.partitionCheck());
      Set<String> topics =
          partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
      return !log.partitions(topics).equals(partitions);
    }
  }
}
