package io.offsetwise.bootstrap.lengths;

import io.offsetwise.application.lengths.MessageCount;
import io.offsetwise.domain.offset.TopicPartition;
import org.apache.spark.api.java.function.PairFunction;
import scala.Tuple2;

/** The key under which counts meet in the shuffle: their partition. Runs on executors. */
record PlaceOfCount() implements PairFunction<MessageCount, TopicPartition, MessageCount> {

  @Override
  public Tuple2<TopicPartition, MessageCount> call(MessageCount count) {
    return new Tuple2<>(new TopicPartition(count.topic(), count.partition()), count);
  }
}
