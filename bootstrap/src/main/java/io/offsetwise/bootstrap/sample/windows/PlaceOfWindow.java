package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.domain.offset.TopicPartition;
import org.apache.spark.api.java.function.PairFunction;
import scala.Tuple2;

/** The key under which the counts of a window meet in the shuffle. Runs on executors. */
record PlaceOfWindow() implements PairFunction<WindowCount, TopicPartition, WindowCount> {

  @Override
  public Tuple2<TopicPartition, WindowCount> call(WindowCount count) {
    return new Tuple2<>(of(count), count);
  }

  static TopicPartition of(WindowCount count) {
    return new TopicPartition(count.topic(), count.partition());
  }
}
