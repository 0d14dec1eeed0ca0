package io.offsetwise.bootstrap.asnoted.program;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.api.java.JavaInputDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.ConsumerStrategies;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;

/** First note, "my own data store": the starting offsets are read from it. */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
interface OwnDataStore extends NotedProgram {

  /** What is done with the RDD of each batch; on the driver. */
  void save(JavaRDD<ConsumerRecord<String, String>> rdd, Surroundings at) throws Exception;

  @Override
  default void define(JavaStreamingContext context, Surroundings at) throws Exception {
    stream(context, at).foreachRDD(rdd -> save(rdd, at));
  }

  static JavaInputDStream<ConsumerRecord<String, String>> stream(
      JavaStreamingContext context, Surroundings at) throws SQLException {
    Map<TopicPartition, Long> fromOffsets = at.database().storedOffsets();
    return KafkaUtils.createDirectStream(
        context,
        LocationStrategies.PreferConsistent(),
        ConsumerStrategies.<String, String>Assign(
            List.copyOf(fromOffsets.keySet()), at.kafkaParams("none"), fromOffsets));
  }
}
