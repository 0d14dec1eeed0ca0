package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.bootstrap.audit.AuditRunner;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.audit.FindingKind;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The job on topics whose offsets do not all hold a record, as transactional producers and
 * compaction leave them: every visible payment is saved once.
 */
class HoledTopicsIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final Logger LOG = LoggerFactory.getLogger(HoledTopicsIT.class);
  private static final Duration BOUND = Duration.ofSeconds(90);
  private static final long SEED = Long.getLong("offsetwise.tests.seed", 13);
  private static final int PARTITIONS = 2;
  private static final int PAYMENTS = 200;
  private static final int KILLS = 10;
  private static final int PAYMENTS_OF_A_KILL = 200;
  private static final int LONGEST_PAUSE_MS = 400;

  @ParameterizedTest
  @EnumSource(
      value = TopicKind.class,
      names = {"TRANSACTIONAL", "COMPACTED"})
  void everyVisiblePaymentIsSavedOnce(TopicKind kind) throws Exception {
    PaymentTopic topic = SERVICES.topic("holed_" + kind.key(), PARTITIONS, kind);
    topic.pay(kind, SEED, PARTITIONS, PAYMENTS);
    FaultyJob job = SERVICES.job(topic).with("kafka.max-rate-per-partition", "300");

    job.untilCaughtUp();

    requireExact(job, PAYMENTS);
  }

  @ParameterizedTest
  @EnumSource(
      value = TopicKind.class,
      names = {"TRANSACTIONAL", "COMPACTED"})
  @Tag("full")
  void tenKillsChangeNothing(TopicKind kind) throws Exception {
    LOG.warn("kills on a {} topic by seed {}", kind.key(), SEED);
    Random random = new Random(SEED);
    PaymentTopic topic = SERVICES.topic("killed_" + kind.key(), PARTITIONS, kind);
    topic.pay(kind, SEED, PARTITIONS, KILLS * PAYMENTS_OF_A_KILL);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob job = SERVICES.job(topic).with("kafka.max-rate-per-partition", "300");
    for (int kill = 1; kill <= KILLS; kill++) {
      int reached = stored.ledger().size();
      try (Driver driver = job.startProcess()) {
        Awaitility.await()
            .atMost(BOUND)
            .until(() -> stored.ledger().size() > reached || !driver.isAlive());
        // Somewhere in a batch, and not in the same place each time.
        Thread.sleep(random.nextInt(LONGEST_PAUSE_MS));
        driver.kill();
      }
    }
    assertThat(stored.ledger())
        .as("before the last run")
        .hasSizeLessThan(KILLS * PAYMENTS_OF_A_KILL);

    job.with("kafka.max-rate-per-partition", "100000").untilCaughtUp();

    requireExact(job, KILLS * PAYMENTS_OF_A_KILL);
  }

  private static void requireExact(FaultyJob job, long payments) throws InterruptedException {
    AuditReport report = new AuditRunner(job.allSettings(), new Progress.Silent()).run();
    assertThat(report.isKept()).as("%s", report).isTrue();
    assertThat(report.sent()).isEqualTo(payments);
    assertThat(report.stored()).isEqualTo(payments);
    assertThat(report.count(FindingKind.LOST)).isZero();
    assertThat(report.count(FindingKind.REPEATED)).isZero();
    long offsets =
        report.partitions().stream()
            .mapToLong(found -> found.partition().comparable().length())
            .sum();
    assertThat(report.holes()).isEqualTo(offsets - payments).isPositive();
  }
}
