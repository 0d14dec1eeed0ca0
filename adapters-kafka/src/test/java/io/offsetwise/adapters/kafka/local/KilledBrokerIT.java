package io.offsetwise.adapters.kafka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.kafka.feed.RecordFeeder;
import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.read.LogReplay;
import io.offsetwise.domain.offset.TopicId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledBrokerIT {

  private static final int RECORDS = 20_000;
  private static final String TOPIC = "payments";

  @TempDir private Path folder;

  @Test
  void aFeedGoesOnOverTheKillOfItsBrokerAndNothingIsLostOrRepeated() throws Exception {
    BrokerProcess process = BrokerProcess.start(folder);
    String address = process.bootstrapServer();
    KafkaConnection connection = connectionTo(address);
    TopicId id = createTopic(connection);
    AtomicInteger sent = new AtomicInteger();
    CompletableFuture<Void> feed = CompletableFuture.runAsync(() -> feed(connection, sent));
    await().pollInterval(Duration.ofMillis(1)).until(() -> sent.get() > RECORDS / 4);

    process.kill();

    assertThat(sent).hasValueLessThan(RECORDS);
    try (LocalBroker restarted = LocalBroker.start(LocalBrokerSettings.over(folder));
        KafkaSourceLog log = KafkaSourceLog.open(connection)) {
      assertThat(restarted.bootstrapServer()).isEqualTo(address);
      feed.get(60, TimeUnit.SECONDS);
      assertThat(log.idOf(TOPIC)).isEqualTo(id);
      assertThat(replayed(connection, log)).containsExactlyElementsOf(fed());
    }
  }

  /** A small buffer, so that the feed cannot run far ahead of its broker. */
  private static KafkaConnection connectionTo(String address) {
    return new KafkaConnection(
        List.of(address),
        Map.of("buffer.memory", "131072", "batch.size", "4096"),
        Duration.ofSeconds(30));
  }

  private static TopicId createTopic(KafkaConnection connection) {
    try (TopicCreator topics = TopicCreator.open(connection);
        KafkaSourceLog log = KafkaSourceLog.open(connection)) {
      topics.createIfAbsent(TOPIC, 5);
      return log.idOf(TOPIC);
    }
  }

  private static void feed(KafkaConnection connection, AtomicInteger sent) {
    try (RecordFeeder feeder = RecordFeeder.open(connection)) {
      for (int number = 0; number < RECORDS; number++) {
        byte[] bytes = Integer.toString(number).getBytes(StandardCharsets.UTF_8);
        feeder.send(TOPIC, bytes, bytes);
        sent.incrementAndGet();
      }
      feeder.flush();
    }
  }

  private static List<Integer> fed() {
    return IntStream.range(0, RECORDS).boxed().collect(Collectors.toList());
  }

  private static List<Integer> replayed(KafkaConnection connection, KafkaSourceLog log) {
    List<Integer> numbers = new ArrayList<>();
    new LogReplay(connection)
        .replay(
            log.endOf(log.partitions(Set.of(TOPIC))),
            record ->
                numbers.add(Integer.valueOf(new String(record.value(), StandardCharsets.UTF_8))));
    numbers.sort(null);
    return numbers;
  }
}
