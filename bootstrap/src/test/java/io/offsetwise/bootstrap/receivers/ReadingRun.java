package io.offsetwise.bootstrap.receivers;

import io.offsetwise.adapters.spark.driver.runtime.SparkApplicationSettings;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.streaming.Milliseconds;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.scheduler.StreamingListener;
import org.apache.spark.streaming.scheduler.StreamingListenerBatchSubmitted;

/** A stream that reads a topic in a Spark of its own, and what was seen of its batches. */
@SuppressWarnings("deprecation") // DStreams are deprecated upstream
final class ReadingRun implements AutoCloseable {

  private final SparkRuntime spark;
  private final JavaStreamingContext context;
  private final AtomicInteger submitted = new AtomicInteger();
  private final List<Integer> partitions = new CopyOnWriteArrayList<>();

  private ReadingRun(SparkRuntime spark, Duration interval) {
    this.spark = spark;
    this.context =
        new JavaStreamingContext(spark.context(), Milliseconds.apply(interval.toMillis()));
  }

  /** Starts to read from the beginning of the topic. */
  static ReadingRun start(
      Approach approach,
      String master,
      Duration interval,
      Map<String, String> properties,
      String server,
      String topic,
      BusyTasks tasks) {
    BusyTasks.reset();
    Map<String, String> all = new HashMap<>(properties);
    all.put("spark.master", master);
    all.put("spark.streaming.unpersist", "true");
    SparkRuntime spark =
        SparkRuntime.start(
            SparkApplicationSettings.of("reading", all), DeliveryGuarantee.AT_LEAST_ONCE);
    ReadingRun run = new ReadingRun(spark, interval);
    run.begin(approach, server, topic, tasks);
    return run;
  }

  private void begin(Approach approach, String server, String topic, BusyTasks tasks) {
    approach.stream(context, server, topic)
        .foreachRDD(
            rdd -> {
              if (!rdd.isEmpty()) {
                partitions.add(rdd.getNumPartitions());
                rdd.foreachPartition(tasks);
              }
            });
    context.addStreamingListener(
        new StreamingListener() {
          @Override
          public void onBatchSubmitted(StreamingListenerBatchSubmitted batch) {
            submitted.incrementAndGet();
          }
        });
    context.start();
  }

  /** Number of batches that wait, run or are done. */
  int submitted() {
    return submitted.get();
  }

  /** The number of partitions of each batch that held records, in their order. */
  List<Integer> partitions() {
    return List.copyOf(partitions);
  }

  @Override
  public void close() {
    context.stop(false, false);
    spark.close();
  }
}
