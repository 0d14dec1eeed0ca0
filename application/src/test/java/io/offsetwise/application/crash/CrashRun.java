package io.offsetwise.application.crash;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.defence.Collaborators;
import io.offsetwise.application.defence.Driver;
import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartRules;
import java.util.Set;

/**
 * One crash and its recovery: three batches over six partitions of two topics, the second of which
 * is hit. One partition has no records in it.
 */
final class CrashRun {

  private static final long BATCH = 4;
  private static final Set<String> TOPICS = Set.of("a", "b");
  private static final TopicPartition QUIET = new TopicPartition("b", 2);
  private static final OffsetRange VICTIM =
      new OffsetRange(new TopicPartition("a", 1), BATCH, 2 * BATCH);

  private final CrashCell cell;
  private final Collaborators collaborators;
  private final FakeStream stream;

  CrashRun(CrashCell cell) {
    this(cell, Collaborators.STANDARD);
  }

  /** A run of a job that is made of other collaborators than the product's. */
  CrashRun(CrashCell cell, Collaborators collaborators) {
    this.cell = cell;
    this.collaborators = collaborators;
    this.stream = new FakeStream(TOPICS, collaborators.plans().apply(cell.guarantee()), BATCH);
    for (String topic : TOPICS) {
      stream.log().create(topic, 3);
      for (int partition = 0; partition < 3; partition++) {
        TopicPartition each = new TopicPartition(topic, partition);
        stream.log().append(each, (int) (each.equals(QUIET) ? BATCH : 3 * BATCH));
      }
    }
  }

  /** Crashes, recovers, reads to the end, and counts. */
  Fates fates() {
    StartedStream started = start();
    BatchRanges first = stream.next(started.positions());
    BatchRanges second = stream.next(endOf(first));
    driver(started, FailurePoints.NONE).saveTasks(first);
    Driver crashing = driver(started, new ScriptedCrash(cell.point(), VICTIM));
    assertThatThrownBy(() -> crashing.saveTasks(second)).isInstanceOf(ScriptedCrash.Crash.class);
    BatchRanges hit = cell.scope() == SaveScope.BATCH ? second : BatchRanges.of(VICTIM);
    recover(started, crashing, second, hit);
    return new Fates(hit, stream.outcomes(stream.database().results()));
  }

  private void recover(
      StartedStream started, Driver crashing, BatchRanges second, BatchRanges hit) {
    switch (cell.recovery()) {
      case RETRY -> {
        crashing.saveTasks(hit);
        readToTheEnd(started, stream.next(endOf(second)));
      }
      case RESTART -> {
        StartedStream restarted = start();
        readToTheEnd(restarted, stream.next(restarted.positions()));
      }
    }
  }

  private void readToTheEnd(StartedStream started, BatchRanges next) {
    Driver driver = driver(started, FailurePoints.NONE);
    BatchRanges batch = next;
    while (!batch.isEmpty()) {
      driver.saveTasks(batch);
      batch = stream.next(endOf(batch));
    }
  }

  private StartedStream start() {
    return stream.start(StartRules.STRICT, collaborators.offsets().apply(stream.database()));
  }

  private Driver driver(StartedStream started, FailurePoints failurePoints) {
    return new Driver(stream, started, cell.scope(), collaborators, failurePoints);
  }

  private static Positions endOf(BatchRanges batch) {
    return Positions.NONE.after(batch.ranges());
  }
}
