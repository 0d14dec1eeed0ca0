package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody has begun a transaction and does not end it. */
@Timeout(120)
class HangingTransactionIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final Duration BOUND = Duration.ofSeconds(60);

  @Test
  void theJobReadsUpToItAndNamesItsProducer() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("held-up", 1, 10);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob impatient = SERVICES.job(topic).with("kafka.open-transaction-warning", "1s");
    List<String> lines = new CopyOnWriteArrayList<>();
    try (Producer<byte[], byte[]> hanging = topic.beginTransaction(0, 5)) {
      topic.pay(0, 3);

      impatient.untilCaughtUp();
      assertThat(stored.ledger()).isEqualTo(Places.of("held-up-0", 0, 10).asList());

      try (RunningJob job = impatient.start(new SeenLines(lines))) {
        await().atMost(BOUND).until(() -> lines.stream().anyMatch(HangingTransactionIT::warns));
        job.stopAndWait();
      }
      assertThat(lines.stream().filter(HangingTransactionIT::warns)).hasSize(1);
      assertThat(stored.ledger()).hasSize(10);
      hanging.abortTransaction();
    }
  }

  /** The transaction spans two runs: it begins behind what the first one reads. */
  @Test
  void whatIsCommittedInTheEndIsRead() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("committed-late", 1, 10);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    try (Producer<byte[], byte[]> hanging = topic.beginTransaction(0, 5)) {
      topic.pay(0, 3);
      SERVICES.job(topic).untilCaughtUp();
      assertThat(stored.positions()).containsEntry("committed-late-0", 10L);

      hanging.commitTransaction();
    }
    SERVICES.job(topic).untilCaughtUp();

    assertThat(stored.ledger()).isEqualTo(Places.of("committed-late-0", 0, 18).asList());
    assertThat(stored.positions()).as("behind the marker").containsEntry("committed-late-0", 19L);
  }

  @Test
  void whatIsAbortedInTheEndIsPassedOver() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("aborted-late", 1, 10);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    try (Producer<byte[], byte[]> hanging = topic.beginTransaction(0, 5)) {
      topic.pay(0, 3);
      SERVICES.job(topic).untilCaughtUp();

      hanging.abortTransaction();
    }
    SERVICES.job(topic).untilCaughtUp();

    assertThat(stored.ledger())
        .isEqualTo(Places.of("aborted-late-0", 0, 10).and("aborted-late-0", 15, 18).asList());
    assertThat(stored.positions()).containsEntry("aborted-late-0", 19L);
  }

  /** And whoever reads committed records alone from then on waits for what was read too early. */
  @Test
  void whoReadsUncommittedRecordsWaitsForNothing() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("uncommitted", 1, 10);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    try (Producer<byte[], byte[]> hanging = topic.beginTransaction(0, 5)) {
      SERVICES
          .job(topic)
          .with("kafka.properties.isolation.level", "read_uncommitted")
          .untilCaughtUp();
      assertThat(stored.ledger()).isEqualTo(Places.of("uncommitted-0", 0, 15).asList());

      Stop stop = SERVICES.job(topic).stopped();
      assertThat(stop.exitCode()).as(stop.message()).isEqualTo(4);
      assertThat(stop.message())
          .contains("position 15 of uncommitted-0 lies behind the last stable offset 10");

      hanging.commitTransaction();
    }
    SERVICES.job(topic).untilCaughtUp();

    assertThat(stored.positions()).containsEntry("uncommitted-0", 16L);
  }

  private static boolean warns(String line) {
    return line.matches(
        "(?s)warning: for more than 1 s nothing was read behind .* producer \\d+ of epoch 0 has a"
            + " transaction open in held-up-0 from offset 10 on, .*--start-offset 10");
  }
}
