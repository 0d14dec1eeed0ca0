package io.offsetwise.application.fake;

import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.application.save.PartitionResults;
import io.offsetwise.application.save.RangeRecords;
import io.offsetwise.application.save.ReadBatch;
import io.offsetwise.application.save.ReadResults;
import io.offsetwise.application.save.ReadSummary;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.save.SerializedResults;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Saves batches of a log in memory as an engine does: all ranges together, or each by itself, where
 * the failure of one does not keep the others from being saved.
 *
 * @param log where the records are
 * @param saver saves them
 * @param scope how much at a time
 * @param function makes results of records
 */
public record FakeBatchSaver(
    FakeLog log, Saver<FakeResult> saver, SaveScope scope, RecordFunction<FakeResult> function) {

  /** Saves one result of each record, see {@link FakeResult#of}. */
  public FakeBatchSaver(FakeLog log, Saver<FakeResult> saver, SaveScope scope) {
    this(log, saver, scope, FakeResult.FUNCTION);
  }

  /**
   * Saves {@code ranges}.
   *
   * @return number of records, also of those that an earlier attempt had saved
   * @throws Error or an unchecked exception, the first that a range failed with
   */
  public long save(BatchRanges ranges) {
    return switch (scope) {
      case BATCH -> saveTogether(ranges);
      case PARTITION -> saveEach(ranges);
    };
  }

  private long saveEach(BatchRanges ranges) {
    List<Throwable> failures = new ArrayList<>();
    long saved = 0;
    for (OffsetRange range : ranges.ranges()) {
      try {
        saved += saveTogether(BatchRanges.of(range));
      } catch (RuntimeException | Error failure) {
        failures.add(failure);
      }
    }
    failures.stream().findFirst().ifPresent(FakeBatchSaver::rethrow);
    return saved;
  }

  private long saveTogether(BatchRanges ranges) {
    List<RangeRecords> records =
        ranges.ranges().stream()
            .map(range -> saver.defences().conforming(range, log.records(range)))
            .toList();
    saver.save(ranges, holding -> read(ranges, records));
    return records.stream().mapToLong(RangeRecords::count).sum();
  }

  private ReadResults<FakeResult> read(BatchRanges ranges, List<RangeRecords> records) {
    List<FakeResult> all = new ArrayList<>();
    List<DeadLetter> letters = new ArrayList<>();
    for (RangeRecords ofRange : records) {
      try (ReadResults<FakeResult> results =
          new PartitionResults<>(ofRange, function, saver.poison()).read(SerializedResults::new)) {
        results.writeTo(new Collected<>(all, letters));
      }
    }
    Map<OffsetRange, ReadSummary> read = new HashMap<>();
    for (int number = 0; number < records.size(); number++) {
      read.put(
          ranges.ranges().get(number),
          new ReadSummary(
              OptionalLong.of(records.get(number).count()), records.get(number).leaderEpoch()));
    }
    return new ReadBatch<>(all, letters, read);
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
