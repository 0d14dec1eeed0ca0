package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.bootstrap.brokers.BrokerRelease;
import io.offsetwise.bootstrap.brokers.Brokers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The job reads from three brokers, of which one goes away, or a partition moves among them. */
@Tag("full")
@Timeout(400)
class ReplicatedTopicIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  @RegisterExtension static final Brokers BROKERS = Brokers.three(BrokerRelease.ofTheProduct());

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int PAYMENTS = 200;

  @AfterEach
  void allBrokersLive() throws Exception {
    BROKERS.startKilled();
    BROKERS.awaitLiving(3);
  }

  @Test
  void theJobOutlastsItsLeader() throws Exception {
    PaymentTopic topic = topic("led", Map.of("min.insync.replicas", "2"), List.of(1, 2, 3));
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    topic.pay(0, PAYMENTS);
    try (RunningJob job = job(topic).start()) {
      awaitLedger(stored, PAYMENTS);

      BROKERS.kill(1);
      topic.pay(0, PAYMENTS);
      awaitLedger(stored, 2 * PAYMENTS);
      BROKERS.start(1);
      BROKERS.topics().awaitInSync("led", 0, Set.of(1, 2, 3));
      topic.pay(0, PAYMENTS);

      awaitLedger(stored, 3 * PAYMENTS);
      job.stopAndWait();
    }

    assertThat(stored.ledger()).isEqualTo(Places.of("led-0", 0, 3 * PAYMENTS).asList());
  }

  /** The last record before the position is of one leader, the marker behind it of the next. */
  @Test
  void aStartBehindAMarkerOfTheNextLeaderGoesOn() throws Exception {
    PaymentTopic topic = topic("marked", Map.of("min.insync.replicas", "2"), List.of(1, 2, 3));
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    topic.pay(0, PAYMENTS);
    BROKERS.kill(1);
    try (Producer<byte[], byte[]> aborted = topic.beginTransaction(0, 1)) {
      aborted.abortTransaction();
    }
    job(topic).untilCaughtUp();
    assertThat(stored.positions()).containsEntry("marked-0", PAYMENTS + 2L);
    topic.pay(0, 1);

    job(topic).untilCaughtUp();

    assertThat(stored.ledger())
        .isEqualTo(
            Places.of("marked-0", 0, PAYMENTS)
                .and("marked-0", PAYMENTS + 2, PAYMENTS + 3)
                .asList());
  }

  @Test
  void theJobFollowsAPartitionToOtherBrokers() throws Exception {
    PaymentTopic topic = topic("moved", Map.of(), List.of(1, 2));
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    topic.pay(0, PAYMENTS);
    try (RunningJob job = job(topic).with("kafka.max-rate-per-partition", "100").start()) {
      await().atMost(BOUND).until(() -> !stored.ledger().isEmpty());

      BROKERS.topics().move("moved", 0, List.of(3));
      topic.pay(0, PAYMENTS);

      awaitLedger(stored, 2 * PAYMENTS);
      job.stopAndWait();
    }

    assertThat(stored.ledger()).isEqualTo(Places.of("moved-0", 0, 2 * PAYMENTS).asList());
  }

  @ParameterizedTest
  @EnumSource(
      value = TopicKind.class,
      names = {"PLAIN", "TRANSACTIONAL"})
  void whoFeedsIsToldThatTooFewReplicasAreInSync(TopicKind kind) throws Exception {
    String name = "thin-" + kind.key();
    topic(name, Map.of("min.insync.replicas", "2"), List.of(2, 3));
    BROKERS.kill(3);
    BROKERS.topics().awaitInSync(name, 0, Set.of(2));
    PaymentTopic topic = new PaymentTopic(BROKERS.connection(Duration.ofSeconds(6)), name);

    Stop stop = Stop.of(catchThrowable(() -> topic.pay(kind, 1, 1, 10)));

    assertThat(stop.exitCode()).isEqualTo(4);
    assertThat(stop.message())
        .contains("of the replicas of " + name + "-0 on brokers [2, 3] those on [2] are in sync")
        .contains("min.insync.replicas is 2");
  }

  @Test
  void aReplicaThatLagsIsMadeLeaderWhileTheJobIsDown() throws Exception {
    PaymentTopic topic = lagging("shortened");
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    job(topic).untilCaughtUp();
    lose("shortened");

    Stop stop = job(topic).stopped();

    assertThat(stop.exitCode()).isEqualTo(7);
    assertThat(stop.message())
        .contains("position of shortened-0 is " + 2 * PAYMENTS + " but the log ends at " + PAYMENTS)
        .contains("start.accept = [position-beyond-end]");

    topic.pay(0, 2 * PAYMENTS);
    Stop refilled = job(topic).stopped();

    assertThat(refilled.exitCode()).isEqualTo(7);
    assertThat(refilled.message())
        .contains("position of shortened-0 is " + 2 * PAYMENTS)
        .contains("that epoch ends at " + PAYMENTS + " in the log")
        .contains("start.accept = [log-truncated]");

    job(topic).with("start.accept", "log-truncated").untilCaughtUp();

    assertThat(stored.gaps())
        .containsExactly("log-truncated shortened-0 %d->%d".formatted(2 * PAYMENTS, PAYMENTS));
    assertThat(stored.ledger()).hasSize(4 * PAYMENTS);
  }

  @Test
  void aReplicaThatLagsIsMadeLeaderUnderARunningJob() throws Exception {
    PaymentTopic topic = lagging("shortened-under-it");
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    Stop stop;
    try (RunningJob job = job(topic).start()) {
      awaitLedger(stored, 2 * PAYMENTS);

      lose("shortened-under-it");
      topic.pay(0, PAYMENTS / 2);

      stop = job.awaitFailure();
    }

    assertThat(stop.exitCode()).as(stop.message()).isEqualTo(7);
    assertThat(stop.message()).contains("the log was cut", "start again: the start says how many");
    Stop next = job(topic).stopped();
    assertThat(next.exitCode()).isEqualTo(7);
    assertThat(next.message())
        .contains("position of shortened-under-it-0 is " + 2 * PAYMENTS)
        .contains("the log ends at " + 3 * PAYMENTS / 2);
    assertThat(stored.ledger()).hasSize(2 * PAYMENTS);
    assertThat(stored.positions()).containsEntry("shortened-under-it-0", 2L * PAYMENTS);
  }

  /** Half of its records are on broker 1 alone, whose copy the other two do not count in. */
  private static PaymentTopic lagging(String name) throws Exception {
    PaymentTopic topic = topic(name, Map.of("min.insync.replicas", "1"), List.of(1, 2));
    topic.pay(0, PAYMENTS);
    BROKERS.kill(2);
    BROKERS.topics().awaitInSync(name, 0, Set.of(1));
    topic.pay(0, PAYMENTS);
    return topic;
  }

  /** Broker 2 leads, with what it has, and broker 1 cuts its own copy when it comes back. */
  private static void lose(String topic) throws Exception {
    BROKERS.kill(1);
    BROKERS.start(2);
    BROKERS.topics().electUncleanly(topic, 0, 2);
    BROKERS.start(1);
    BROKERS.topics().awaitInSync(topic, 0, Set.of(1, 2));
  }

  private static void awaitLedger(StoredStream stored, int payments) {
    await().atMost(BOUND).until(() -> stored.ledger().size() >= payments);
  }

  private static PaymentTopic topic(
      String name, Map<String, String> properties, List<Integer> brokers) throws Exception {
    BROKERS.topics().create(name, properties, List.of(brokers));
    return new PaymentTopic(BROKERS.connection(Duration.ofSeconds(20)), name);
  }

  private static FaultyJob job(PaymentTopic topic) {
    return SERVICES.job(topic).with("kafka.bootstrap-servers", BROKERS.address());
  }
}
