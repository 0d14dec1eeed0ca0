package io.offsetwise.bootstrap.notes;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.streaming.Milliseconds;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.ConsumerStrategies;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;
import org.awaitility.Awaitility;

/** A direct stream as the connector offers it, that stores no offsets: nothing of ours is in it. */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
final class PlainStream implements AutoCloseable {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final int INTERVAL_MILLIS = 200;

  private final JavaStreamingContext context;
  private final Outputs outputs;

  private PlainStream(JavaStreamingContext context, Outputs outputs) {
    this.context = context;
    this.outputs = outputs;
  }

  /** Starts to read; where, {@code reset} has decided when this returns. */
  static PlainStream start(
      JavaSparkContext spark, KafkaConnection kafka, String topic, String reset, Output output) {
    Map<String, Object> properties =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            String.join(",", kafka.bootstrapServers()),
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.GROUP_ID_CONFIG,
            "plain-" + topic,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            reset);
    JavaStreamingContext context =
        new JavaStreamingContext(spark, Milliseconds.apply(INTERVAL_MILLIS));
    KafkaUtils.createDirectStream(
            context,
            LocationStrategies.PreferConsistent(),
            ConsumerStrategies.<byte[], byte[]>Subscribe(Set.of(topic), properties))
        .foreachRDD(rdd -> rdd.foreachPartition(output));
    context.start();
    return new PlainStream(context, output.outputs());
  }

  /** Waits until so many results have been put out, by this stream and those before it. */
  void awaitWritten(int results) {
    Awaitility.await().atMost(BOUND).until(() -> outputs.written().size() >= results);
  }

  /** Stops reading and forgets everything, as a killed job would. */
  @Override
  public void close() {
    context.stop(false, false);
  }
}
