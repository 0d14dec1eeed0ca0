package io.offsetwise.application.save;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * The results of one range, made record by record. One instance for each task; not thread-safe.
 *
 * @param <R> the job's results
 */
public final class PartitionResults<R> implements RangeResults<R> {

  private final RangeRecords records;
  private final RecordFunction<R> function;
  private final PoisonPolicy poison;

  /**
   * The results that {@code function} makes of {@code records}.
   *
   * @param poison what becomes of records at which the function throws
   */
  public PartitionResults(RangeRecords records, RecordFunction<R> function, PoisonPolicy poison) {
    this.records = Objects.requireNonNull(records, "records");
    this.function = Objects.requireNonNull(function, "function");
    this.poison = Objects.requireNonNull(poison, "poison");
  }

  @Override
  public ReadResults<R> read(Supplier<HeldResults<R>> holding) {
    HeldResults<R> held = holding.get();
    SerializedResults<DeadLetter> letters = new SerializedResults<>();
    RangeContents<R> contents = new RangeContents<>(held, letters, records);
    try {
      ResultIterator<R> results = new ResultIterator<>(records, function, poison, letters::add);
      while (results.hasNext()) {
        held.add(results.next());
      }
      results.requireComplete();
      return contents;
    } catch (RuntimeException | Error failure) {
      contents.close();
      throw failure;
    }
  }
}
