package io.offsetwise.application.save;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The results of one range, made record by record while they are taken: no more than one record's
 * results are held at a time. One instance for each task; not thread-safe.
 *
 * @param <R> the job's results
 */
public final class ResultIterator<R> implements Iterator<R> {

  private final RangeRecords records;
  private final RecordFunction<R> function;
  private final PoisonPolicy poison;
  private final Consumer<DeadLetter> letters;
  private final Queue<R> pending = new ArrayDeque<>();
  private long finishedRecords;

  /**
   * The results that {@code function} makes of {@code records}.
   *
   * @param poison what becomes of records at which the function throws
   * @param letters takes the dead letters that this makes, while results are taken
   */
  public ResultIterator(
      RangeRecords records,
      RecordFunction<R> function,
      PoisonPolicy poison,
      Consumer<DeadLetter> letters) {
    this.records = Objects.requireNonNull(records, "records");
    this.function = Objects.requireNonNull(function, "function");
    this.poison = Objects.requireNonNull(poison, "poison");
    this.letters = Objects.requireNonNull(letters, "letters");
  }

  @Override
  public boolean hasNext() {
    while (pending.isEmpty() && records.hasNext()) {
      apply(records.next());
      finishedRecords++;
    }
    return !pending.isEmpty();
  }

  /** A record has all of its results or none: what it had when the function threw is dropped. */
  private void apply(SourceRecord record) {
    try {
      function.apply(record, pending::add);
    } catch (Exception | StackOverflowError thrown) { // languages without checked exceptions too
      pending.clear();
      letters.accept(poison.judge(record, thrown));
    }
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
   * @throws StoppedException with reason {@code RECORDS_UNREAD}
   */
  public void requireComplete() {
    records.requireExhausted();
    if (finishedRecords < records.count() || !pending.isEmpty()) {
      throw StopReason.RECORDS_UNREAD.because(
          """
          %s records were read, but the results of only %s were made, and %s results were not \
          taken: the job's code has probably swallowed an error of its function or stopped early; \
          let errors pass and read the results to their end""",
          records.count(), finishedRecords, pending.size());
    }
  }
}
