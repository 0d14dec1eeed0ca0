package io.offsetwise.adapters.kafka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.kafka.feed.RecordFeeder;
import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.read.LogReplay;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Positions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LocalBrokerIT {

  private static final String TOPIC = "payments";

  @TempDir private Path folder;

  @Test
  void aRestartKeepsAddressTopicsRecordsAndGroupOffsets() throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed =
        Map.of(new TopicPartition(TOPIC, 1), new OffsetAndMetadata(1));
    String address;
    try (LocalBroker broker = LocalBroker.start(settings())) {
      address = broker.bootstrapServer();
      createTopic(broker, 2);
      try (RecordFeeder feeder = RecordFeeder.open(connectionTo(broker))) {
        feeder.send(TOPIC, null, "before".getBytes(StandardCharsets.UTF_8));
        feeder.flush();
      }
      try (Admin admin = adminOf(broker)) {
        admin.alterConsumerGroupOffsets("group", committed).all().get();
      }
    }

    try (LocalBroker broker = LocalBroker.start(settings());
        Admin admin = adminOf(broker)) {
      assertThat(broker.bootstrapServer()).isEqualTo(address);
      assertThat(valuesIn(broker)).containsExactly("before");
      assertThat(admin.listConsumerGroupOffsets("group").partitionsToOffsetAndMetadata().get())
          .isEqualTo(committed);
    }
  }

  @Test
  void nothingIsPrinted() {
    PrintStream standardOutput = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (LocalBroker broker = LocalBroker.start(settings())) {
      createTopic(broker, 1);
    } finally {
      System.setOut(standardOutput);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void aWantedPortThatIsInUseIsNamed() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      requireUnavailable(
          () -> LocalBroker.start(settings().onPort(port)), "port " + port, "is in use");
      assertThat(folder.resolve("kafka-logs").resolve("meta.properties")).doesNotExist();
    }
  }

  @Test
  void aWantedPortThatIsFreeIsTaken() {
    int port = LoopbackPort.any(1).get(0);

    try (LocalBroker broker = LocalBroker.start(settings().onPort(port))) {
      assertThat(broker.bootstrapServer()).isEqualTo("127.0.0.1:" + port);
      assertThat(broker.port()).isEqualTo(port);
    }
  }

  @Test
  void aFormerPortThatIsInUseIsPassedOver() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.writeString(folder.resolve("broker.port"), Integer.toString(other.getLocalPort()));

      try (LocalBroker broker = LocalBroker.start(settings())) {
        assertThat(broker.port()).isNotEqualTo(other.getLocalPort());
      }
    }
  }

  @Test
  void aFolderServesOneBrokerAtATime() {
    try (LocalBroker broker = LocalBroker.start(settings())) {
      requireUnavailable(() -> LocalBroker.start(settings()), folder.toString(), "in use");
      createTopic(broker, 1);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    requireUnavailable(
        () -> LocalBroker.start(LocalBrokerSettings.over(file)), file.toString(), "written");
  }

  @Test
  void aBoundThatIsTooShortIsReportedAndTheFolderIsFreedAgain() {
    LocalBrokerSettings hurried =
        new LocalBrokerSettings(folder, 0, Duration.ofMillis(1), Map.of());

    requireUnavailable(() -> LocalBroker.start(hurried), "within 1 ms");

    await().ignoreExceptions().untilAsserted(() -> LocalBroker.start(settings()).close());
  }

  @Test
  void aFirstStartThatWasCutShortIsMadeAgain() throws Exception {
    Path logs = Files.createDirectories(folder.resolve("kafka-logs"));
    Files.writeString(logs.resolve("meta.properties"), "version=1\n");

    try (LocalBroker broker = LocalBroker.start(settings())) {
      createTopic(broker, 1);
      assertThat(valuesIn(broker)).isEmpty();
    }
  }

  @Test
  void aPropertyThatTheBrokerRefusesIsNamed() {
    requireUnavailable(
        () -> LocalBroker.start(settings().with(Map.of("num.io.threads", "many"))),
        "num.io.threads",
        "many");
    LocalBroker.start(settings()).close(); // the folder is free
  }

  @Test
  void aTopicThatIsAskedForIsNotCreated() {
    try (LocalBroker broker = LocalBroker.start(settings());
        RecordFeeder feeder = RecordFeeder.open(connectionTo(broker))) {
      requireUnavailable(() -> feeder.send("absent", null, new byte[1]), "absent");
      try (KafkaSourceLog log = KafkaSourceLog.open(connectionTo(broker))) {
        requireUnavailable(() -> log.partitions(Set.of("absent")), "does not exist");
      }
    }
  }

  private LocalBrokerSettings settings() {
    return LocalBrokerSettings.over(folder);
  }

  private static KafkaConnection connectionTo(LocalBroker broker) {
    return KafkaConnection.to(Duration.ofSeconds(3), broker.bootstrapServer());
  }

  private static Admin adminOf(LocalBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()));
  }

  private static void createTopic(LocalBroker broker, int partitions) {
    try (TopicCreator topics = TopicCreator.open(connectionTo(broker))) {
      assertThat(topics.createIfAbsent(TOPIC, partitions)).isEqualTo(partitions);
    }
  }

  private static List<String> valuesIn(LocalBroker broker) {
    List<String> values = new ArrayList<>();
    try (KafkaSourceLog log = KafkaSourceLog.open(connectionTo(broker))) {
      Positions end = log.endOf(log.partitions(Set.of(TOPIC)));
      new LogReplay(connectionTo(broker))
          .replay(end, record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
    }
    return values;
  }

  private static void requireUnavailable(ThrowingCallable call, String... named) {
    assertThatThrownBy(call)
        .isInstanceOf(StoppedException.class)
        .hasMessageContainingAll(named)
        .extracting("reason")
        .isEqualTo(StopReason.UNAVAILABLE);
  }
}
