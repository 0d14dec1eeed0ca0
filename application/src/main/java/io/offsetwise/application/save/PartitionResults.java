package io.offsetwise.application.save;

import java.util.Objects;

/**
 * The results of one range, made record by record while they are written.
 *
 * @param <R> the job's results
 */
public final class PartitionResults<R> implements RangeResults<R> {

  private final RangeRecords records;
  private final RecordFunction<R> function;

  /** The results that {@code function} makes of {@code records}. */
  public PartitionResults(RangeRecords records, RecordFunction<R> function) {
    this.records = Objects.requireNonNull(records, "records");
    this.function = Objects.requireNonNull(function, "function");
  }

  @Override
  public void writeTo(ResultWriter<R> writer) {
    ResultIterator<R> results = new ResultIterator<>(records, function);
    writer.write(results);
    results.requireComplete();
  }
}
