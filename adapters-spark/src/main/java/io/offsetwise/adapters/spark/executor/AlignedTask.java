package io.offsetwise.adapters.spark.executor;

import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.Iterator;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;

/**
 * Finds the range of a task by the task's partition: the only place where this is done. It is right
 * on the raw RDD alone, where partition {@code i} reads range {@code i}; after a shuffle the same
 * index would name a range that has nothing to do with the records.
 *
 * @param ranges the ranges of the batch, in the connector's order; they travel to a JVM once, and
 *     not with each of its tasks
 * @param task what is done with a range
 * @param <T> what the task makes of it
 */
public record AlignedTask<T>(Broadcast<BatchRanges> ranges, RangeTask<T> task)
    implements Function2<Integer, Iterator<ConsumerRecord<byte[], byte[]>>, Iterator<T>> {

  public AlignedTask {
    Objects.requireNonNull(ranges, "ranges");
    Objects.requireNonNull(task, "task");
  }

  @Override
  public Iterator<T> call(Integer partition, Iterator<ConsumerRecord<byte[], byte[]>> records) {
    OffsetRange range = ranges.value().ofRddPartition(partition);
    return task.run(range, new DeliveredRecords(range, records));
  }
}
