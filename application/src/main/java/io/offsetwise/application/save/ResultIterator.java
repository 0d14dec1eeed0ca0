package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;

/**
 * The results of one range, made record by record while they are taken: no more than one record's
 * results are held at a time. One instance for each task; not thread-safe.
 *
 * @param <R> the job's results
 */
public final class ResultIterator<R> implements Iterator<R> {

  private final RangeRecords records;
  private final RecordFunction<R> function;
  private final Queue<R> pending = new ArrayDeque<>();
  private long finishedRecords;

  /** The results that {@code function} makes of {@code records}. */
  public ResultIterator(RangeRecords records, RecordFunction<R> function) {
    this.records = Objects.requireNonNull(records, "records");
    this.function = Objects.requireNonNull(function, "function");
  }

  @Override
  public boolean hasNext() {
    while (pending.isEmpty() && records.hasNext()) {
      function.apply(records.next(), pending::add);
      finishedRecords++;
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

  /**
   * Makes sure that every record was read, and that all results of every record were made and
   * taken.
   *
   * @throws StreamStoppedException with reason {@code RECORDS_UNREAD}
   */
  public void requireComplete() {
    records.requireExhausted();
    if (finishedRecords < records.count() || !pending.isEmpty()) {
      throw new StreamStoppedException(
          StopReason.RECORDS_UNREAD,
          records.count()
              + " records were read, but the results of only "
              + finishedRecords
              + " were made, and "
              + pending.size()
              + " results were not taken: the job's code has probably swallowed an error of its"
              + " function or stopped early; let errors pass and read the results to their end");
    }
  }
}
