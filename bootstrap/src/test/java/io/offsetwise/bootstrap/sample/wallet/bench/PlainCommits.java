package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The consumer's own {@code commitSync}, which nothing guards: what a guarded save is held to. */
record PlainCommits(SaveTestbed testbed) implements OffsetSaves {

  @Override
  public String name() {
    return "commitSync, batch";
  }

  @Override
  public Open open(StreamName stream) {
    Map<String, Object> properties = new HashMap<>(testbed.kafka().clientProperties());
    properties.put("group.id", stream.value());
    properties.put("enable.auto.commit", "false");
    properties.put("allow.auto.create.topics", "false");
    return new Consumer(
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  private record Consumer(KafkaConsumer<byte[], byte[]> consumer) implements Open {

    @Override
    public void save(List<OffsetRange> batch) {
      consumer.commitSync(
          batch.stream()
              .collect(
                  Collectors.toMap(
                      range ->
                          new TopicPartition(Workload.TOPIC, range.topicPartition().partition()),
                      range -> new OffsetAndMetadata(range.until()))));
    }

    @Override
    public Positions stored() {
      Set<TopicPartition> partitions =
          IntStream.range(0, Workload.PARTITIONS)
              .mapToObj(number -> new TopicPartition(Workload.TOPIC, number))
              .collect(Collectors.toSet());
      Map<io.offsetwise.domain.offset.TopicPartition, Long> stored = new HashMap<>();
      consumer
          .committed(partitions)
          .forEach(
              (partition, committed) ->
                  stored.put(
                      new io.offsetwise.domain.offset.TopicPartition(
                          partition.topic(), partition.partition()),
                      committed.offset()));
      return Positions.of(stored);
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
