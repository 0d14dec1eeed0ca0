package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.application.save.Defences;
import io.offsetwise.application.save.PoisonPolicy;
import io.offsetwise.application.save.RangeRecords;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.ResultIterator;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.TaskContext;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Makes the results of a range for a save on the driver: scope batch. The driver does not see the
 * records; when the task ends, it is told whether the results stand for all of them.
 *
 * @param function the job's function
 * @param defences makes the check of the records
 * @param poison what becomes of records at which the function throws
 * @param reads takes one report from each task that succeeded
 * @param <R> the job's results
 */
public record ReadRange<R>(
    RecordFunction<R> function,
    Defences defences,
    PoisonPolicy poison,
    CollectionAccumulator<RangeRead> reads)
    implements RangeTask<R> {

  public ReadRange {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(defences, "defences");
    Objects.requireNonNull(poison, "poison");
    Objects.requireNonNull(reads, "reads");
  }

  @Override
  public Iterator<R> run(OffsetRange range, RangeReader records) {
    RangeRecords conforming = defences.conforming(range, records);
    List<DeadLetter> letters = new ArrayList<>();
    ResultIterator<R> results = new ResultIterator<>(conforming, function, poison, letters::add);
    TaskContext.get()
        .addTaskCompletionListener(new ReportAtEnd(range, conforming, results, letters, reads));
    return new PortableStops<>(results);
  }

  /** Lets a stop leave the task in a form that reaches the driver. */
  private record PortableStops<R>(Iterator<R> results) implements Iterator<R> {

    @Override
    public boolean hasNext() {
      try {
        return results.hasNext();
      } catch (StoppedException stop) {
        throw Portable.stop(stop);
      }
    }

    @Override
    public R next() {
      try {
        return results.next();
      } catch (StoppedException stop) {
        throw Portable.stop(stop);
      }
    }
  }

  /**
   * Reports when the task ends, because only then it is known that nobody will read on. A
   * completion listener's own exception would lose its type, so that an unread rest is reported as
   * well.
   */
  private record ReportAtEnd(
      OffsetRange range,
      RangeRecords records,
      ResultIterator<?> results,
      List<DeadLetter> letters,
      CollectionAccumulator<RangeRead> reads)
      implements TaskCompletionListener {

    @Override
    public void onTaskCompletion(TaskContext task) {
      if (!task.isFailed()) {
        reads.add(report());
      }
    }

    private RangeRead report() {
      try {
        results.requireComplete();
        return new RangeRead.Complete(range, records.count(), records.leaderEpoch(), letters);
      } catch (StoppedException stop) {
        return new RangeRead.Unread(range, stop);
      }
    }
  }
}
