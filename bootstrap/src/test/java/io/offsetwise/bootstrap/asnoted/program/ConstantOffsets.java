package io.offsetwise.bootstrap.asnoted.program;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.ConsumerStrategies;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;

/** First note, "map of starting offsets": two values, each for partition 0 of a topic. */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
public record ConstantOffsets(long topicAStartingOffset, long topicBStartingOffset)
    implements NotedProgram {

  @Override
  public void define(JavaStreamingContext context, Surroundings at) {
    Map<TopicPartition, Long> fromOffsets =
        Map.of(
            new TopicPartition(at.topics().get(0), 0), topicAStartingOffset,
            new TopicPartition(at.topics().get(1), 0), topicBStartingOffset);
    KafkaUtils.createDirectStream(
            context,
            LocationStrategies.PreferConsistent(),
            ConsumerStrategies.<String, String>Assign(
                fromOffsets.keySet(), at.kafkaParams("none"), fromOffsets))
        .foreachRDD(rdd -> at.database().saveResults(rdd.map(Place::of).collect()));
  }
}
