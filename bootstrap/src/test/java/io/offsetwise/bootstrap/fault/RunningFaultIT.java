package io.offsetwise.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What may happen to the log while the job runs. */
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
}
