package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.bootstrap.stream.CheckpointContents;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A driver that recovers from Spark's checkpoint makes the batches of its down time after the fact:
 * their times are those of the down time, their ranges are new.
 */
class DownTimeBatchesIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final Duration DOWN_TIME = Duration.ofSeconds(2);
  private static final int FILES_AT_REST = 4;
  private static final int BEFORE = 100;
  private static final int MEANWHILE = 350;

  /** Keys that were made of a batch's time would belong to other records than before. */
  @Test
  void theirTimesSayNothingOfTheirRecordsAndIdempotentStaysExact() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("down-time", 1, BEFORE);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob job =
        SERVICES
            .job(topic)
            .with("offsets.storage", OffsetStorage.CHECKPOINT.key())
            .with("job.guarantee", DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE.key())
            .with("job.batch-interval", "500ms")
            .with("kafka.max-rate-per-partition", "200");
    killAtRest(job, stored);
    assertThat(stored.ledger()).hasSize(BEFORE);
    Instant killed = Instant.now();
    await().until(() -> Instant.now().isAfter(killed.plus(DOWN_TIME)));
    topic.pay(0, MEANWHILE);
    Instant sent = Instant.now();

    List<SavedBatch> batches = job.batchesUntilCaughtUp();

    assertThat(batches)
        .as("batches that are older than their records")
        .anyMatch(batch -> batch.batchTime().isBefore(sent) && endOf(batch) > BEFORE);
    assertThat(batches)
        .extracting(SavedBatch::batchTime)
        .as("a batch for each time")
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(stored.ledger()).isEqualTo(Places.of("down-time-0", 0, BEFORE + MEANWHILE).asList());
    assertThat(SERVICES.positions(job).nextOffsets().values())
        .containsExactly((long) BEFORE + MEANWHILE);
  }

  /**
   * Spark writes its checkpoint in a thread of its own: beside the rows there may be none yet, or
   * one of several batches that had just ended. From either the stream goes on without batches of
   * the down time; so this one is killed when it has had some rest.
   */
  private static void killAtRest(FaultyJob job, StoredStream stored) throws Exception {
    CheckpointContents checkpoint =
        new CheckpointContents(
            SERVICES.dataDir().resolve("checkpoint"), new StreamName("down-time"));
    try (Driver driver = job.startProcess()) {
      await().atMost(BOUND).until(() -> stored.ledger().size() == BEFORE || !driver.isAlive());
      await()
          .atMost(BOUND)
          .until(() -> checkpoint.files(1).size() >= FILES_AT_REST || !driver.isAlive());
      driver.kill();
      driver.end();
    }
  }

  private static long endOf(SavedBatch batch) {
    return batch.ranges().ranges().stream().mapToLong(OffsetRange::until).max().orElse(0);
  }
}
