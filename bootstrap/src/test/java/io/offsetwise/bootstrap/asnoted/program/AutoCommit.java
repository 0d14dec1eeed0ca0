package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.ConsumerStrategies;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;

/** Parameters without {@code enable.auto.commit}: Kafka's default is to commit what was polled. */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
public record AutoCommit() implements NotedProgram {

  /** Kafka's default is 5 s: less to wait for. */
  private static final int COMMIT_MILLIS = 100;

  @Override
  public void define(JavaStreamingContext context, Surroundings at) {
    Map<String, Object> params = at.kafkaParams("earliest");
    params.remove(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG);
    params.put(ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
    KafkaUtils.createDirectStream(
            context,
            LocationStrategies.PreferConsistent(),
            ConsumerStrategies.<String, String>Subscribe(at.topics(), params))
        .foreachRDD(
            rdd -> {
              at.fault().mayStrike(FailurePoint.BEFORE_FIRST_COMMIT);
              at.database().saveResults(rdd.map(Place::of).collect());
            });
  }
}
