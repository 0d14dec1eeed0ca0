package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.RangeReaders;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.Iterator;
import java.util.Objects;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Reads the range that is the task's: the only place where a range meets its records. Partition
 * {@code i} of the RDD holds one range and reads that alone; after a shuffle no partition holds a
 * range any more.
 *
 * @param readers open the range where it is read
 * @param task what is done with a range
 * @param <T> what the task makes of it
 */
public record AlignedTask<T>(RangeReaders readers, RangeTask<T> task)
    implements FlatMapFunction<Iterator<OffsetRange>, T> {

  public AlignedTask {
    Objects.requireNonNull(readers, "readers");
    Objects.requireNonNull(task, "task");
  }

  @Override
  public Iterator<T> call(Iterator<OffsetRange> ofTask) {
    OffsetRange range = ofTask.next();
    RangeReader records = new DeliveredRecords(range, readers.open(range));
    TaskContext.get().addTaskCompletionListener(new CloseAtEnd(records));
    return task.run(range, records);
  }

  /** Results may be taken until the task ends. */
  private record CloseAtEnd(RangeReader records) implements TaskCompletionListener {

    @Override
    public void onTaskCompletion(TaskContext task) {
      records.close();
    }
  }
}
