package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.kafka.log.GrouplessConsumer;
import io.offsetwise.domain.offset.StreamName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Kafka's own speed: two threads, each with a consumer of every other partition, count records from
 * the beginning of the log to its end, without Spark, batches and ranges.
 */
record PlainConsumers(Workload workload, Testbed testbed) implements Contestant {

  private static final Duration LONGEST_POLL = Duration.ofMillis(200);

  @Override
  public String name() {
    return "two plain consumers";
  }

  @Override
  public Attempt run(StreamName stream) throws Exception {
    Tally tally = new Tally();
    ExecutorService threads = Executors.newFixedThreadPool(Workload.THREADS);
    try {
      List<Future<?>> readings =
          IntStream.range(0, Workload.THREADS)
              .<Future<?>>mapToObj(thread -> threads.submit(() -> read(thread, tally)))
              .toList();
      for (Future<?> reading : readings) {
        reading.get(Workload.BOUND.toSeconds(), TimeUnit.SECONDS);
      }
      return tally.attempt();
    } finally {
      threads.shutdownNow();
    }
  }

  private void read(int thread, Tally tally) {
    List<TopicPartition> share =
        IntStream.range(0, Workload.PARTITIONS)
            .filter(partition -> partition % Workload.THREADS == thread)
            .mapToObj(partition -> new TopicPartition(Workload.TOPIC, partition))
            .toList();
    try (KafkaConsumer<byte[], byte[]> consumer = GrouplessConsumer.open(testbed.kafka())) {
      consumer.assign(share);
      consumer.seekToBeginning(share);
      long left = consumer.endOffsets(share).values().stream().mapToLong(Long::longValue).sum();
      while (left > 0) {
        long count = 0;
        for (ConsumerRecord<byte[], byte[]> unused : consumer.poll(LONGEST_POLL)) {
          count++;
        }
        tally.add(count, 1);
        left -= count;
      }
    }
  }
}
