package io.offsetwise.application.save;

import io.offsetwise.application.source.SourceRecord;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;

/**
 * The results of one range, made record by record while they are written: no more than one record's
 * results are held at a time.
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
    writer.write(new ResultIterator<>(records, function));
    records.requireExhausted();
  }

  private static final class ResultIterator<R> implements Iterator<R> {

    private final Iterator<? extends SourceRecord> records;
    private final RecordFunction<R> function;
    private final Queue<R> pending = new ArrayDeque<>();

    ResultIterator(Iterator<? extends SourceRecord> records, RecordFunction<R> function) {
      this.records = records;
      this.function = function;
    }

    @Override
    public boolean hasNext() {
      while (pending.isEmpty() && records.hasNext()) {
        function.apply(records.next(), pending::add);
      }
      return !pending.isEmpty();
    }

    @Override
    public R next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no result is left");
      }
      return pending.remove();
    }
  }
}
