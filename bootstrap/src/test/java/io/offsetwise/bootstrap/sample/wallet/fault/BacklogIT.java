package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.offset.StreamName;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What has piled up during an outage is read in batches that the rate limit bounds. The job counts
 * messages, so that the database has next to nothing to do.
 */
@Tag("full")
@Timeout(300)
class BacklogIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final int PARTITIONS = 4;

  /** From one partition into one batch: 25,000 a second for 200 ms. */
  private static final int SHARE = 5_000;

  private static final int MOST = PARTITIONS * SHARE;
  private static final int SHORT = 5 * MOST;
  private static final int LONG = 10 * SHORT;

  /** What is alive differs by that from run to run, whatever the job does. */
  private static final long NOISE_BYTES = 8L << 20;

  @Test
  void aMillionRecordsTakeFullBatchesAndNoMoreMemoryThanATenthOfThem() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("piled-up", PARTITIONS, SHORT / PARTITIONS);
    FaultyJob job = job(topic);
    long alive = drained(job, SHORT);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      topic.pay(partition, LONG / PARTITIONS);
    }

    assertThat(drained(job, LONG)).isLessThan(alive + NOISE_BYTES);

    assertThat(counted(topic)).isEqualTo(SHORT + LONG);
  }

  @Test
  void sparksBackPressureStartsSlowerAndStaysWithinTheLimit() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("pressed-back", PARTITIONS, SHORT / PARTITIONS);
    List<Long> records =
        job(topic)
            .with("spark.streaming.backpressure.enabled", "true")
            .with("spark.streaming.backpressure.initialRate", Integer.toString(MOST))
            .batchesUntilCaughtUp()
            .stream()
            .map(SavedBatch::records)
            .toList();
    assertThat(records.get(0)).as("a fifth of a second").isEqualTo(MOST / 5);
    assertThat(records).allMatch(batch -> batch <= MOST).anyMatch(batch -> batch > MOST / 5);
    assertThat(counted(topic)).isEqualTo(SHORT);
  }

  /** Reads to the end of the log, where so many records wait; the most bytes alive at a time. */
  private static long drained(FaultyJob job, long records) throws InterruptedException {
    AliveBytes alive = new AliveBytes();
    List<SavedBatch> batches = job.batchesUntilCaughtUp(alive::look);

    assertThat(batches)
        .hasSize(Math.toIntExact(records / MOST))
        .allSatisfy(batch -> assertThat(batch.records()).isEqualTo(MOST));
    return alive.peak.get();
  }

  private static FaultyJob job(PaymentTopic topic) {
    return SERVICES
        .job(topic)
        .with("job.kind", "message-lengths")
        .with("job.batch-interval", "200ms")
        .with("kafka.max-rate-per-partition", Integer.toString(5 * SHARE));
  }

  private static long counted(PaymentTopic topic) {
    return PerJvm.get(SERVICES.database())
        .inTransaction(
            handle ->
                handle
                    .createQuery(
                        "SELECT SUM(messages) FROM message_count WHERE stream_name = :stream")
                    .bind("stream", new StreamName(topic.name()).value())
                    .mapTo(Long.class)
                    .one());
  }

  /** Garbage does not count. */
  private static final class AliveBytes {

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final AtomicLong peak = new AtomicLong();

    void look() {
      memory.gc();
      peak.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
    }
  }
}
