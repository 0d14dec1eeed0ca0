package io.offsetwise.application.crash;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.fake.FakeBatchSaver;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeDatabaseName;
import io.offsetwise.application.fake.FakeLog;
import io.offsetwise.application.fake.FakeLogName;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeStoreProvider;
import io.offsetwise.application.resume.StartStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.resume.StreamDefinition;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * One crash and its recovery: three batches over six partitions of two topics, the second of which
 * is hit. One partition has no records in it.
 */
final class CrashRun {

  private static final long BATCH = 4;
  private static final TopicPartition QUIET = new TopicPartition("b", 2);
  private static final OffsetRange VICTIM =
      new OffsetRange(new TopicPartition("a", 1), BATCH, 2 * BATCH);

  private final CrashCell cell;
  private final FakeLogName logName = FakeLogName.fresh();
  private final FakeDatabaseName databaseName = FakeDatabaseName.fresh();
  private final FakeLog log = PerJvm.get(logName);
  private final FakeDatabase database = PerJvm.get(databaseName);

  CrashRun(CrashCell cell) {
    this.cell = cell;
    for (String topic : List.of("a", "b")) {
      log.create(topic, 3);
      for (int partition = 0; partition < 3; partition++) {
        TopicPartition each = new TopicPartition(topic, partition);
        log.append(each, (int) (each.equals(QUIET) ? BATCH : 3 * BATCH));
      }
    }
  }

  /** Crashes, recovers, reads to the end, and counts. */
  Fates fates() {
    StartedStream stream = start();
    Positions start = stream.positions();
    BatchRanges first = next(start);
    BatchRanges second = next(after(start, first));
    saver(stream, FailurePoints.NONE).save(first);
    FakeBatchSaver crashing = saver(stream, new ScriptedCrash(cell.point(), VICTIM));
    assertThatThrownBy(() -> crashing.save(second)).isInstanceOf(ScriptedCrash.Crash.class);
    BatchRanges hit = cell.scope() == SaveScope.BATCH ? second : BatchRanges.of(VICTIM);
    recover(stream, crashing, second, hit);
    return new Fates(hit, outcomes());
  }

  private void recover(
      StartedStream stream, FakeBatchSaver crashing, BatchRanges second, BatchRanges hit) {
    switch (cell.recovery()) {
      case RETRY -> {
        crashing.save(hit);
        readToTheEnd(stream, next(endOf(second)));
      }
      case RESTART -> {
        StartedStream restarted = start();
        readToTheEnd(restarted, next(restarted.positions()));
      }
    }
  }

  private void readToTheEnd(StartedStream stream, BatchRanges next) {
    FakeBatchSaver saver = saver(stream, FailurePoints.NONE);
    BatchRanges batch = next;
    while (!batch.isEmpty()) {
      saver.save(batch);
      batch = next(endOf(batch));
    }
  }

  private StartedStream start() {
    StreamDefinition definition =
        new StreamDefinition(
            new StreamName("crash"),
            Set.of("a", "b"),
            cell.guarantee().plan(),
            new StartingPoint.Earliest(),
            StartRules.STRICT);
    return new StartStream(definition, new FakeOffsetStore(database), log).start();
  }

  private FakeBatchSaver saver(StartedStream stream, FailurePoints failurePoints) {
    Saver<FakeResult> saver =
        new Saver<>(
            stream.context(),
            new FakeStoreProvider(databaseName, stream.context().stream()),
            logName.identity(),
            new StandardDefences(),
            failurePoints);
    return new FakeBatchSaver(log, saver, cell.scope());
  }

  private BatchRanges next(Positions positions) {
    Positions ends = log.endOf(positions.partitions());
    return new BatchRanges(
        positions.nextOffsets().entrySet().stream()
            .map(
                entry ->
                    new OffsetRange(
                        entry.getKey(),
                        entry.getValue(),
                        Math.min(entry.getValue() + BATCH, ends.of(entry.getKey()).orElseThrow())))
            .toList());
  }

  private static Positions endOf(BatchRanges batch) {
    return after(Positions.NONE, batch);
  }

  private static Positions after(Positions positions, BatchRanges batch) {
    Positions after = positions;
    for (OffsetRange range : batch.ranges()) {
      after = after.after(range);
    }
    return after;
  }

  private Map<TopicPartition, List<CrashOutcome>> outcomes() {
    List<String> results = database.results();
    Map<TopicPartition, List<CrashOutcome>> outcomes = new TreeMap<>();
    log.endOf(log.partitions(Set.of("a", "b")))
        .nextOffsets()
        .forEach(
            (partition, end) ->
                outcomes.put(
                    partition,
                    LongStream.range(0, end)
                        .mapToObj(offset -> outcomeOf(partition, offset, results))
                        .toList()));
    return outcomes;
  }

  private static CrashOutcome outcomeOf(
      TopicPartition partition, long offset, List<String> results) {
    String key = FakeResult.keyOf(partition.topic(), partition.partition(), offset);
    return switch (Collections.frequency(results, key)) {
      case 0 -> CrashOutcome.LOST;
      case 1 -> CrashOutcome.INTACT;
      default -> CrashOutcome.REPEATED;
    };
  }
}
