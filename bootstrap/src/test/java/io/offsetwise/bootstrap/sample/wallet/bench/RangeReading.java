package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.kafka.read.KafkaRangeReaders;
import io.offsetwise.adapters.spark.driver.batch.RawBatch;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;

/**
 * Reads the topic in Spark jobs that follow each other, a range of each partition in each, as
 * batches do; tasks count records.
 *
 * @param way who reads a range
 */
record RangeReading(Workload workload, Testbed testbed, Way way) implements Contestant {

  /** Who reads a range. */
  enum Way {
    /** The iterator of Spark's connector. */
    CONNECTOR("the connector's iterator") {
      @Override
      Collection<Long> counts(List<OffsetRange> ranges, Testbed testbed, String name) {
        Map<String, Object> properties = new HashMap<>(testbed.kafka().clientProperties());
        properties.put("key.deserializer", ByteArrayDeserializer.class.getName());
        properties.put("value.deserializer", ByteArrayDeserializer.class.getName());
        properties.put("group.id", name);
        properties.put("allow.auto.create.topics", "false");
        return KafkaUtils.<byte[], byte[]>createRDD(
                testbed.spark().context(),
                properties,
                RawBatch.rangesOfConnector(new BatchRanges(ranges)),
                LocationStrategies.PreferConsistent())
            .mapPartitions(new CountRecords())
            .collect();
      }
    },
    /** The job's readers. */
    READERS("the job's reader") {
      @Override
      Collection<Long> counts(List<OffsetRange> ranges, Testbed testbed, String name) {
        return testbed
            .spark()
            .context()
            .parallelize(ranges, ranges.size())
            .map(new CountRange(new KafkaRangeReaders(testbed.kafka(), name)))
            .collect();
      }
    };

    private final String title;

    Way(String title) {
      this.title = title;
    }

    abstract Collection<Long> counts(List<OffsetRange> ranges, Testbed testbed, String name);
  }

  @Override
  public String name() {
    return way.title;
  }

  @Override
  public Attempt run(StreamName stream) {
    Map<TopicPartition, Long> ends = ends();
    Tally tally = new Tally();
    for (long from = 0; tally.records() < workload.payments(); ) {
      long until = from + workload.recordsPerTransaction();
      List<OffsetRange> ranges = ranges(ends, from, until);
      Collection<Long> counts = way.counts(ranges, testbed, stream.value());
      tally.add(counts.stream().mapToLong(Long::longValue).sum(), ranges.size());
      from = until;
    }
    new KafkaRangeReaders(testbed.kafka(), stream.value()).release();
    return tally.attempt();
  }

  private Map<TopicPartition, Long> ends() {
    Positions ends = testbed.log().endOf(testbed.log().partitions(Set.of(Workload.TOPIC)));
    return new TreeMap<>(ends.nextOffsets());
  }

  private static List<OffsetRange> ranges(Map<TopicPartition, Long> ends, long from, long until) {
    return ends.entrySet().stream()
        .filter(end -> from < end.getValue())
        .map(end -> new OffsetRange(end.getKey(), from, Math.min(until, end.getValue())))
        .toList();
  }

  /** Runs on executors. */
  private record CountRange(KafkaRangeReaders readers) implements Function<OffsetRange, Long> {

    @Override
    public Long call(OffsetRange range) {
      long count = 0;
      try (RangeReader records = readers.open(range)) {
        while (records.hasNext()) {
          records.next();
          count++;
        }
      }
      return count;
    }
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
