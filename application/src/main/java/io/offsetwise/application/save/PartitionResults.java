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
  private final PoisonPolicy poison;
  private final long memoryBytes;

  /**
   * The results that {@code function} makes of {@code records}.
   *
   * @param poison what becomes of records at which the function throws
   */
  public PartitionResults(RangeRecords records, RecordFunction<R> function, PoisonPolicy poison) {
    this(records, function, poison, HeldResults.memoryOfOneTask());
  }

  /** The same with another bound of what is held in memory. */
  PartitionResults(
      RangeRecords records, RecordFunction<R> function, PoisonPolicy poison, long memoryBytes) {
    this.records = new WeighedRecords(records);
    this.function = Objects.requireNonNull(function, "function");
    this.poison = Objects.requireNonNull(poison, "poison");
    this.memoryBytes = memoryBytes;
  }

  @Override
  public ReadResults<R> read() {
    HeldResults<R> held = new HeldResults<>(memoryBytes);
    HeldResults<DeadLetter> letters = new HeldResults<>(memoryBytes);
    RangeContents<R> contents = new RangeContents<>(held, letters, records);
    try {
      ResultIterator<R> results =
          new ResultIterator<>(
              records, function, poison, letter -> letters.add(letter, records.bytes()));
      while (results.hasNext()) {
        held.add(results.next(), records.bytes());
      }
      results.requireComplete();
      return contents;
    } catch (RuntimeException | Error failure) {
      contents.close();
      throw failure;
    }
  }
}
