package io.offsetwise.adapters.spark.driver.stream;

import io.offsetwise.domain.offset.Positions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.streaming.Duration;
import org.apache.spark.streaming.Milliseconds;
import org.apache.spark.streaming.Time;
import org.apache.spark.streaming.api.java.JavaInputDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.CanCommitOffsets;
import org.apache.spark.streaming.kafka010.ConsumerStrategies;
import org.apache.spark.streaming.kafka010.ConsumerStrategy;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;

/**
 * Makes streaming contexts with one direct stream, which are not started yet. Used in the driver's
 * main thread.
 *
 * <p>DStreams are deprecated upstream; this class and {@link DirectStreamSession} alone know the
 * deprecated type.
 *
 * @param spark stays open when a context stops
 * @param batchInterval the time between two batches
 * @param properties the consumers' properties, complete
 * @param positions next offset to read by partition
 */
@SuppressWarnings("deprecation")
public record StreamingContexts(
    JavaSparkContext spark,
    Duration batchInterval,
    Map<String, Object> properties,
    Map<TopicPartition, Long> positions) {

  /** All of it can be serialized: it goes into a checkpoint. */
  public StreamingContexts {
    properties = new HashMap<>(properties);
    positions = new HashMap<>(positions);
  }

  /** Contexts that read as {@code settings} say. */
  public static StreamingContexts of(
      JavaSparkContext spark,
      DirectStreamSettings settings,
      Map<String, Object> properties,
      Positions positions) {
    Map<TopicPartition, Long> ofKafka = new HashMap<>();
    positions
        .nextOffsets()
        .forEach(
            (partition, offset) ->
                ofKafka.put(new TopicPartition(partition.topic(), partition.partition()), offset));
    return new StreamingContexts(
        spark, Milliseconds.apply(settings.batchInterval().toMillis()), properties, ofKafka);
  }

  /**
   * A context that reads from the positions, and makes no batch while too many wait.
   *
   * @param batches is handed every batch
   */
  JavaStreamingContext create(
      VoidFunction2<JavaRDD<ConsumerRecord<byte[], byte[]>>, Time> batches) {
    return create(assignment(), raw -> batches);
  }

  /**
   * The same with consumers of {@code strategy}.
   *
   * @param batches is handed the raw stream, to commit by it, and gives what is handed every batch
   */
  public JavaStreamingContext create(
      ConsumerStrategy<byte[], byte[]> strategy,
      Function<CanCommitOffsets, VoidFunction2<JavaRDD<ConsumerRecord<byte[], byte[]>>, Time>>
          batches) {
    JavaStreamingContext context = new JavaStreamingContext(spark, batchInterval);
    JavaInputDStream<ConsumerRecord<byte[], byte[]>> stream = stream(context, strategy);
    VoidFunction2<JavaRDD<ConsumerRecord<byte[], byte[]>>, Time> all =
        batches.apply((CanCommitOffsets) stream.inputDStream());
    WaitingBatches waiting = new WaitingBatches();
    BoundedStream.of(stream, waiting)
        .foreachRDD(
            (batch, batchTime) -> {
              try {
                all.call(batch, batchTime);
              } finally {
                waiting.done();
              }
            });
    return context;
  }

  private ConsumerStrategy<byte[], byte[]> assignment() {
    return ConsumerStrategies.Assign(new ArrayList<>(positions.keySet()), properties, positions);
  }

  private static JavaInputDStream<ConsumerRecord<byte[], byte[]>> stream(
      JavaStreamingContext context, ConsumerStrategy<byte[], byte[]> strategy) {
    return KafkaUtils.createDirectStream(context, LocationStrategies.PreferConsistent(), strategy);
  }

  /**
   * A context that Spark recovers from its files, or, when there are none, one that reads from the
   * positions and writes such files. Of a recovered one nothing here is used but Spark itself:
   * positions, properties and interval are those of the files.
   *
   * @param location of Spark's files, a URI
   * @param batches is handed every batch; travels into the files, and out of them
   */
  public JavaStreamingContext recoverOrCreate(
      String location, VoidFunction2<JavaRDD<ConsumerRecord<byte[], byte[]>>, Time> batches) {
    return JavaStreamingContext.getOrCreate(
        location,
        () -> {
          JavaStreamingContext context = new JavaStreamingContext(spark, batchInterval);
          // Not bounded: Spark makes the batches of a time without a driver all at once.
          stream(context, assignment()).foreachRDD(batches);
          context.checkpoint(location);
          return context;
        });
  }
}
