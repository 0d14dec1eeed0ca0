package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may happen to the log and to the job itself while it runs. */
class RunningFaultIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final Duration BOUND = Duration.ofSeconds(60);

  @Test
  void anAddedPartitionIsReadFromItsFirstRecord() throws Exception {
    PaymentTopic topic = SERVICES.topic("growing", 1);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    topic.pay(0, 10);
    try (RunningJob job = SERVICES.job(topic).with("start.first", "latest").start()) {
      Awaitility.await().atMost(BOUND).until(() -> !stored.positions().isEmpty());

      topic.expandTo(2);
      topic.pay(1, 15);
      topic.pay(0, 5);
      Awaitility.await().atMost(BOUND).until(() -> stored.ledger().size() >= 20);
      job.stopAndWait();
    }

    assertThat(stored.ledger())
        .isEqualTo(Places.of("growing-0", 10, 15).and("growing-1", 0, 15).asList());
  }

  /** A payment and a marker for each transaction: the log ends in a marker. */
  @Test
  void aTopicOfTransactionsIsReadToItsEnd() throws Exception {
    PaymentTopic topic = SERVICES.topic("transacted", 1);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    topic.payInTransactions(0, 5);

    SERVICES.job(topic).untilCaughtUp();

    assertThat(stored.ledger())
        .containsExactly(
            "transacted-0@0",
            "transacted-0@2",
            "transacted-0@4",
            "transacted-0@6",
            "transacted-0@8");
    assertThat(stored.positions()).containsEntry("transacted-0", 10L);
  }

  /** The broker creates topics by itself, as Kafka does unless it is told otherwise. */
  @Test
  void aTopicThatIsDeletedStaysDeleted() throws Exception {
    PaymentTopic topic = SERVICES.topic("deleted", 1);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    topic.pay(0, 20);
    try (RunningJob job = SERVICES.job(topic).start()) {
      Awaitility.await().atMost(BOUND).until(() -> stored.ledger().size() == 20);

      topic.delete();
      Stop stop = job.awaitFailure();

      assertThat(stop.exitCode()).as(stop.message()).isIn(4, 7);
    }
    assertThat(topic.exists()).as("created again by a consumer of ours").isFalse();
    assertThat(SERVICES.job(topic).stopped().exitCode()).isEqualTo(4);
    assertThat(topic.exists()).as("created again by a start").isFalse();
  }

  @Test
  void aTopicThatIsCreatedAgainStopsTheJob() throws Exception {
    PaymentTopic topic = SERVICES.topic("replaced", 1);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    topic.pay(0, 20);
    try (RunningJob job = SERVICES.job(topic).start()) {
      Awaitility.await().atMost(BOUND).until(() -> stored.ledger().size() == 20);

      topic.recreate(1);
      topic.pay(0, 50);
      Stop stop = job.awaitFailure();

      assertThat(stop.exitCode()).as(stop.message()).isIn(4, 7);
    }
    assertThat(stored.ledger()).isEqualTo(Places.of("replaced-0", 0, 20).asList());
    assertThat(SERVICES.job(topic).stopped().exitCode()).isEqualTo(7);
  }

  /** What SIGTERM asks for. Spark's own stop would lose what was committed last, or wait for it. */
  @ParameterizedTest
  @EnumSource
  void aStopHarmsNoRecordUnderAnyGuarantee(DeliveryGuarantee guarantee) throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("stopped-" + guarantee.key(), 2, 100);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob job = SERVICES.job(topic).with("job.guarantee", guarantee.key());
    try (RunningJob running = job.with("kafka.max-rate-per-partition", "20").start()) {
      Awaitility.await().atMost(BOUND).until(() -> !stored.ledger().isEmpty());
      running.stopAndWait();
    }
    assertThat(stored.ledger()).as("in the middle").hasSizeLessThan(200);

    job.untilCaughtUp();

    assertThat(stored.ledger()).isEqualTo(Places.ofEach(topic, 2, 100).asList());
  }
}
