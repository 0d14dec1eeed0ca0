package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;
import org.apache.spark.Dependency;
import org.apache.spark.Partition;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.reflect.ClassTag$;

/**
 * Ranges, one in each partition. Every task deserialises the RDD: this one is empty then, because
 * what a task reads comes with its own partition.
 */
final class RangesRdd extends RDD<OffsetRange> {

  private static final long serialVersionUID = 1L;

  private final transient Partition[] placed;

  /** A range without places is read anywhere. */
  RangesRdd(SparkContext spark, List<OffsetRange> ranges, ReadingPlaces places) {
    super(spark, seq(List.<Dependency<?>>of()), ClassTag$.MODULE$.apply(OffsetRange.class));
    this.placed = new Partition[ranges.size()];
    for (int index = 0; index < placed.length; index++) {
      OffsetRange range = ranges.get(index);
      placed[index] = new RangePartition(index, range, places.of(range.topicPartition()));
    }
  }

  @Override
  public Partition[] getPartitions() {
    return placed;
  }

  @Override
  public Seq<String> getPreferredLocations(Partition partition) {
    return seq(((RangePartition) partition).places());
  }

  @Override
  public Iterator<OffsetRange> compute(Partition partition, TaskContext task) {
    return seq(List.of(((RangePartition) partition).range())).iterator();
  }

  private static <T> Seq<T> seq(List<T> list) {
    return JavaConverters.asScalaBuffer(list).toSeq();
  }

  private record RangePartition(int index, OffsetRange range, List<String> places)
      implements Partition {

    /** Spark tells partitions apart by their place alone. */
    @Override
    public boolean equals(Object other) {
      return other instanceof RangePartition partition && partition.index == index;
    }

    @Override
    public int hashCode() {
      return index;
    }
  }
}
