package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A stop in good order, ten times in a row in the middle of the work: nothing is lost, repeated or
 * left uncommitted, wherever offsets are kept.
 */
@Tag("full")
class GracefulStopsIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int STOPS = 10;
  private static final int PARTITIONS = 3;
  private static final int RECORDS = 1_500;

  @ParameterizedTest
  @CsvSource({
    "OWN,        TRANSACTIONAL_EXACTLY_ONCE",
    "OWN,        AT_LEAST_ONCE",
    "KAFKA,      AT_MOST_ONCE",
    "KAFKA,      AT_LEAST_ONCE",
    "KAFKA,      IDEMPOTENT_EXACTLY_ONCE",
    "CHECKPOINT, AT_LEAST_ONCE",
    "CHECKPOINT, IDEMPOTENT_EXACTLY_ONCE",
  })
  void tenStopsHarmNothing(OffsetStorage storage, DeliveryGuarantee guarantee) throws Exception {
    PaymentTopic topic =
        SERVICES.filledTopic(
            "stopped-" + storage.key() + "-" + guarantee.key(), PARTITIONS, RECORDS);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob job =
        SERVICES
            .job(topic)
            .with("offsets.storage", storage.key())
            .with("job.guarantee", guarantee.key())
            .with("kafka.max-rate-per-partition", "100");
    for (int stop = 0; stop < STOPS; stop++) {
      int before = stored.ledger().size();
      try (RunningJob running = job.start()) {
        await().atMost(BOUND).until(() -> stored.ledger().size() > before);
        running.stopAndWait();
      }
      assertThat(stored.ledger())
          .as("after stop %d: what lies before the stored positions, each record once", stop)
          .isEqualTo(Places.before(SERVICES.positions(job)).asList());
    }

    job.with("kafka.max-rate-per-partition", "10000").untilCaughtUp();

    assertThat(stored.ledger()).isEqualTo(Places.ofEach(topic, PARTITIONS, RECORDS).asList());
  }
}
