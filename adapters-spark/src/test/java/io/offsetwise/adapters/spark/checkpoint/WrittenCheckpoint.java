package io.offsetwise.adapters.spark.checkpoint;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.streaming.Checkpoint;
import org.apache.spark.streaming.Duration;
import org.apache.spark.streaming.Time;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.ConsumerStrategies;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;
import scala.Tuple4;

/** A file as Spark writes it, by Spark, of a stream that was never started. */
final class WrittenCheckpoint {

  static final long INTERVAL = 100;

  private WrittenCheckpoint() {}

  /** Of this time, with the ranges of the batches of these times. */
  @SuppressWarnings({"deprecation", "unchecked"})
  static byte[] of(JavaSparkContext spark, long time, long... planned) {
    JavaStreamingContext context = new JavaStreamingContext(spark, new Duration(INTERVAL));
    KafkaUtils.createDirectStream(
            context,
            LocationStrategies.PreferConsistent(),
            ConsumerStrategies.<byte[], byte[]>Assign(
                List.of(new TopicPartition("a", 0)),
                Map.of("group.id", "a", "allow.auto.create.topics", false)))
        .foreachRDD(rdd -> {});
    for (long batch : planned) {
      context
          .ssc()
          .graph()
          .getInputStreams()[0]
          .checkpointData()
          .data()
          .put(new Time(batch), new Tuple4<?, ?, ?, ?>[] {new Tuple4<>("a", 0, 0L, 0L)});
    }
    Checkpoint written = new Checkpoint(context.ssc(), new Time(time));
    byte[] bytes = Checkpoint.serialize(written, spark.getConf());
    context.stop(false);
    return bytes;
  }
}
