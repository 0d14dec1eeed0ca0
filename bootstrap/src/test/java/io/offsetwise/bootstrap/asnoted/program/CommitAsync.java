package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.streaming.api.java.JavaInputDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.CanCommitOffsets;
import org.apache.spark.streaming.kafka010.ConsumerStrategies;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;
import org.apache.spark.streaming.kafka010.OffsetRange;

/**
 * The connector's own documentation: Kafka keeps the offsets, by {@code commitAsync}.
 *
 * @param order what comes first
 */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
public record CommitAsync(Order order) implements NotedProgram {

  /** Which guarantee it is meant for. */
  public enum Order {
    /** As the documentation has it. */
    AFTER_RESULTS,
    /** For at-most-once. */
    BEFORE_RESULTS
  }

  @Override
  public void define(JavaStreamingContext context, Surroundings at) {
    JavaInputDStream<ConsumerRecord<String, String>> stream =
        KafkaUtils.createDirectStream(
            context,
            LocationStrategies.PreferConsistent(),
            ConsumerStrategies.<String, String>Subscribe(at.topics(), at.kafkaParams("earliest")));
    stream.foreachRDD(
        rdd -> {
          OffsetRange[] offsetRanges = ((HasOffsetRanges) rdd.rdd()).offsetRanges();
          at.fault().mayStrike(FailurePoint.BEFORE_FIRST_COMMIT);
          if (order == Order.BEFORE_RESULTS) {
            ((CanCommitOffsets) stream.inputDStream()).commitAsync(offsetRanges);
          }
          at.database().saveResults(rdd.map(Place::of).collect());
          if (order == Order.AFTER_RESULTS) {
            ((CanCommitOffsets) stream.inputDStream()).commitAsync(offsetRanges);
          }
        });
  }
}
