package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.StreamName;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.streaming.Milliseconds;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.ConsumerStrategies;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;

/**
 * The connector's direct stream with the job's batch interval, rate limit and consumer properties,
 * and nothing of Offsetwise: each task counts the records of its range, each batch adds up the
 * counts.
 */
@SuppressWarnings("deprecation") // DStreams are, upstream
record SparkReading(Workload workload, Testbed testbed) implements Contestant {

  private static final long LOOK_EVERY_MS = 20;

  @Override
  public String name() {
    return "Spark reading alone";
  }

  @Override
  public Attempt run(StreamName stream) throws Exception {
    Tally tally = new Tally();
    JavaStreamingContext context =
        new JavaStreamingContext(
            testbed.spark().context(), Milliseconds.apply(Testbed.BATCH_INTERVAL.toMillis()));
    try {
      KafkaUtils.createDirectStream(
              context,
              LocationStrategies.PreferConsistent(),
              ConsumerStrategies.<byte[], byte[]>Assign(
                  fromTheBeginning().keySet(), properties(stream), fromTheBeginning()))
          .foreachRDD(rdd -> read(rdd, tally));
      context.start();
      awaitAll(context, tally);
      return tally.attempt();
    } finally {
      context.stop(false, false);
    }
  }

  private static void read(JavaRDD<ConsumerRecord<byte[], byte[]>> rdd, Tally tally) {
    if (rdd.isEmpty()) {
      return; // arithmetic of offsets; the job passes over such batches as well
    }
    List<Long> counts = rdd.mapPartitions(new CountRecords()).collect();
    tally.add(
        counts.stream().mapToLong(Long::longValue).sum(),
        counts.stream().filter(count -> count > 0).count());
  }

  private void awaitAll(JavaStreamingContext context, Tally tally) throws Exception {
    long deadline = System.nanoTime() + Workload.BOUND.toNanos();
    while (tally.records() < workload.payments()) {
      context.awaitTerminationOrTimeout(LOOK_EVERY_MS); // throws what a batch failed with
      if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException("Spark has read only " + tally.records() + " records");
      }
    }
  }

  private static Map<TopicPartition, Long> fromTheBeginning() {
    return IntStream.range(0, Workload.PARTITIONS)
        .mapToObj(partition -> new TopicPartition(Workload.TOPIC, partition))
        .collect(Collectors.toMap(partition -> partition, partition -> 0L));
  }

  private Map<String, Object> properties(StreamName stream) {
    Map<String, Object> properties = new HashMap<>(testbed.kafka().clientProperties());
    properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
    properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
    properties.put("group.id", stream.value());
    properties.put("auto.offset.reset", "none");
    properties.put("enable.auto.commit", "false");
    properties.put("allow.auto.create.topics", "false");
    return properties;
  }

  /** Runs on executors. */
  private record CountRecords()
      implements FlatMapFunction<Iterator<ConsumerRecord<byte[], byte[]>>, Long> {

    @Override
    public Iterator<Long> call(Iterator<ConsumerRecord<byte[], byte[]>> records) {
      long count = 0;
      while (records.hasNext()) {
        records.next();
        count++;
      }
      return List.of(count).iterator();
    }
  }
}
