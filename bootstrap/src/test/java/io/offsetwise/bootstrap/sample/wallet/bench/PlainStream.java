package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.Milliseconds;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.ConsumerStrategies;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;

/**
 * The connector's direct stream from the topic's beginning, with the job's batch interval, rate
 * limit and consumer properties, and nothing of Offsetwise but the work of its tasks.
 *
 * @param work what a task does with its range
 */
@SuppressWarnings("deprecation") // DStreams are, upstream
record PlainStream(Testbed testbed, RangeWork work) {

  /** Starts a context of its own, which is the caller's to stop. */
  JavaStreamingContext start(StreamName stream, SavedRanges saved) {
    JavaStreamingContext context =
        new JavaStreamingContext(
            testbed.spark().context(), Milliseconds.apply(testbed.batchInterval().toMillis()));
    KafkaUtils.createDirectStream(
            context,
            LocationStrategies.PreferConsistent(),
            ConsumerStrategies.<byte[], byte[]>Assign(
                fromTheBeginning().keySet(), properties(stream), fromTheBeginning()))
        .foreachRDD(rdd -> run(rdd, work, saved));
    context.start();
    return context;
  }

  private static void run(
      JavaRDD<ConsumerRecord<byte[], byte[]>> rdd, RangeWork work, SavedRanges saved) {
    if (rdd.isEmpty()) {
      return; // arithmetic of offsets; the job passes over such batches as well
    }
    List<OffsetRange> ranges =
        Arrays.stream(((HasOffsetRanges) rdd.rdd()).offsetRanges())
            .map(PlainStream::range)
            .toList();
    long records =
        rdd
            .mapPartitionsWithIndex(
                (partition, inRange) -> {
                  OffsetRange range = ranges.get(partition);
                  long count = range.isEmpty() ? 0 : work.on(range, inRange);
                  return List.of(count).iterator();
                },
                false)
            .collect()
            .stream()
            .mapToLong(Long::longValue)
            .sum();
    saved.saved(records, new BatchRanges(ranges));
  }

  private static OffsetRange range(org.apache.spark.streaming.kafka010.OffsetRange range) {
    return new OffsetRange(
        new io.offsetwise.domain.offset.TopicPartition(range.topic(), range.partition()),
        range.fromOffset(),
        range.untilOffset());
  }

  private Map<TopicPartition, Long> fromTheBeginning() {
    return testbed.log().partitions(Set.of(testbed.topic())).stream()
        .collect(
            Collectors.toMap(
                partition -> new TopicPartition(partition.topic(), partition.partition()),
                partition -> 0L));
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
}
