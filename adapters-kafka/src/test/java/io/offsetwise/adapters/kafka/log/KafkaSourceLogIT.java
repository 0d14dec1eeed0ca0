package io.offsetwise.adapters.kafka.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.kafka.local.LocalBroker;
import io.offsetwise.adapters.kafka.local.LocalBrokerSettings;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KafkaSourceLogIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final String DEAD_HOST = "127.0.0.1:9";

  @TempDir private static Path folder;
  private static LocalBroker broker;

  private KafkaLogFixture fixture;
  private String topic;

  @BeforeAll
  static void startBroker() {
    broker = LocalBroker.start(LocalBrokerSettings.over(folder));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void createTopic() {
    fixture = new KafkaLogFixture(KafkaConnection.to(TIMEOUT, broker.bootstrapServer()));
    topic = fixture.newTopicName();
    fixture.create(topic, 2);
  }

  @AfterEach
  void release() {
    fixture.close();
  }

  @Test
  void anAbsentBrokerIsNamedWithinTheTimeout() {
    try (KafkaSourceLog log = KafkaSourceLog.open(KafkaConnection.to(TIMEOUT, DEAD_HOST))) {
      long start = System.nanoTime();

      assertThatThrownBy(() -> log.describe(Set.of(topic)))
          .isInstanceOf(StoppedException.class)
          .hasMessageContaining("[" + DEAD_HOST + "]")
          .hasMessageContaining(topic)
          .hasMessageContaining("kafka.timeout = 3000 ms");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.plusSeconds(1));
    }
  }

  @Test
  void aDeadFirstHostDoesNotMatter() {
    try (KafkaSourceLog log =
        KafkaSourceLog.open(KafkaConnection.to(TIMEOUT, DEAD_HOST, broker.bootstrapServer()))) {
      assertThat(log.partitions(Set.of(topic))).containsExactlyInAnyOrder(at(0), at(1));
    }
  }

  /** Repeated, because Kafka's clients choose their first host at random. */
  @RepeatedTest(4)
  void hostsThatAcceptButNeverAnswerDoNotMatter() throws Exception {
    try (ServerSocket hung = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ServerSocket another = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        KafkaSourceLog log =
            KafkaSourceLog.open(
                KafkaConnection.to(
                    TIMEOUT, address(hung), address(another), broker.bootstrapServer()))) {
      assertThat(log.partitions(Set.of(topic))).containsExactlyInAnyOrder(at(0), at(1));
    }
  }

  private static String address(ServerSocket socket) {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  @Test
  void anUnresolvableFirstHostDoesNotMatter() {
    try (KafkaSourceLog log =
        KafkaSourceLog.open(
            KafkaConnection.to(TIMEOUT, "no-such-host.invalid:9092", broker.bootstrapServer()))) {
      assertThat(log.partitions(Set.of(topic))).hasSize(2);
    }
  }

  @Test
  void anAbsentTopicIsNamedWithTopicsOfSimilarNames() {
    String misspelt = topic.replace("topic-", "tpic-");

    assertThatThrownBy(() -> open().partitions(Set.of(misspelt)))
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining("topic " + misspelt + " does not exist")
        .hasMessageContaining(topic);
  }

  @Test
  void aPartitionThatDoesNotExistIsNamedAtOnce() {
    assertThatThrownBy(() -> open().endOf(Set.of(at(0), at(7))))
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining("no partitions [" + topic + "-7]");
  }

  @Test
  void aTimeLeadsToTheFirstRecordOfThatTimeOrLater() {
    fixture.appendAt(at(0), 1_000);
    fixture.appendAt(at(0), 2_000);
    fixture.appendAt(at(0), 3_000);
    fixture.appendAt(at(1), 1_500);

    assertThat(offsetsAt(1_999)).isEqualTo(positions(1, 1));
    assertThat(offsetsAt(2_000)).isEqualTo(positions(1, 1));
    assertThat(offsetsAt(2_001)).isEqualTo(positions(2, 1));
    assertThat(offsetsAt(0)).isEqualTo(positions(0, 0));
  }

  @Test
  void aTimeAfterTheLastRecordLeadsToTheEnd() {
    fixture.append(at(0), 4);

    assertThat(offsetsAt(Long.MAX_VALUE / 2)).isEqualTo(positions(4, 0));
  }

  @Test
  void timesBefore1970LeadToTheFirstRecord() {
    fixture.append(at(0), 4);

    // -1 and -2 would mean "latest" and "earliest" to the broker
    assertThat(offsetsAt(-1)).isEqualTo(positions(0, 0));
    assertThat(offsetsAt(-3)).isEqualTo(positions(0, 0));
  }

  /** Kafka's own default, where no isolation level is set. */
  @Test
  void whoReadsUncommittedRecordsIsHeldUpByNoTransaction() {
    fixture.append(at(0), 4);
    fixture.begin(at(0), 2);

    try (KafkaSourceLog log = open()) {
      assertThat(log.endOf(Set.of(at(0), at(1)))).isEqualTo(positions(6, 0));
      assertThat(log.describe(Set.of(topic)).get(at(0)).lastStable()).isEmpty();
      assertThat(log.openTransactions(Set.of(at(0)))).isEmpty();
    }
  }

  private Positions offsetsAt(long millis) {
    try (KafkaSourceLog log = open()) {
      return log.offsetsAt(Set.of(at(0), at(1)), Instant.ofEpochMilli(millis));
    }
  }

  private static KafkaSourceLog open() {
    return KafkaSourceLog.open(KafkaConnection.to(TIMEOUT, broker.bootstrapServer()));
  }

  private Positions positions(long first, long second) {
    return Positions.of(Map.of(at(0), first, at(1), second));
  }

  private TopicPartition at(int partition) {
    return new TopicPartition(topic, partition);
  }
}
