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

  private static boolean warns(String line) {
    return line.matches(
        "(?s)warning: for more than 1 s nothing was read behind .* producer \\d+ of epoch 0 has a"
            + " transaction open in held-up-0 from offset 10 on, .*--start-offset 10");
  }
}
