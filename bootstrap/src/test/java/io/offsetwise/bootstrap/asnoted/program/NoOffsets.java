package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.List;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.ConsumerStrategies;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;

/**
 * The direct stream as it is, with results and no offsets.
 *
 * @param autoOffsetReset where it starts: {@code latest}, the notes' "largest", or {@code
 *     earliest}, their "smallest"
 */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
public record NoOffsets(String autoOffsetReset) implements NotedProgram {

  @Override
  public void define(JavaStreamingContext context, Surroundings at) {
    KafkaUtils.createDirectStream(
            context,
            LocationStrategies.PreferConsistent(),
            ConsumerStrategies.<String, String>Subscribe(
                at.topics(), at.kafkaParams(autoOffsetReset)))
        .foreachRDD(
            rdd ->
                rdd.foreachPartition(
                    records -> {
                      while (records.hasNext()) {
                        at.database().saveResults(List.of(Place.of(records.next())));
                        at.fault().mayStrike(FailurePoint.AFTER_LAST_COMMIT);
                      }
                    }));
  }
}
