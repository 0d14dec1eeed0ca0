package io.offsetwise.application.save;

import java.util.Objects;

/**
 * The results of one range, made record by record. One instance for each task; not thread-safe.
 *
 * @param <R> the job's results
 */
public final class PartitionResults<R> implements RangeResults<R> {

  private final WeighedRecords records;
  private final RecordFunction<R> function;
  private final long memoryBytes;

  /** The results that {@code function} makes of {@code records}. */
  public PartitionResults(RangeRecords records, RecordFunction<R> function) {
    this(records, function, HeldResults.memoryOfOneTask());
  }

  /** The same with another bound of what is held in memory. */
  PartitionResults(RangeRecords records, RecordFunction<R> function, long memoryBytes) {
    this.records = new WeighedRecords(records);
    this.function = Objects.requireNonNull(function, "function");
    this.memoryBytes = memoryBytes;
  }

  @Override
  public ReadResults<R> read() {
    HeldResults<R> held = new HeldResults<>(memoryBytes);
    try {
      ResultIterator<R> results = new ResultIterator<>(records, function);
      while (results.hasNext()) {
        held.add(results.next(), records.bytes());
      }
      results.requireComplete();
      return held;
    } catch (RuntimeException | Error failure) {
      held.close();
      throw failure;
    }
  }
}
