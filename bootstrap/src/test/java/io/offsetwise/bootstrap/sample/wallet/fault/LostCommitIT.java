package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.local.LocalDatabase;
import io.offsetwise.application.wire.CommitLoss;
import io.offsetwise.application.wire.CommitProxy;
import io.offsetwise.bootstrap.audit.AuditRunner;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SavePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The connection to the database is lost where offsets are committed, in each way. The job goes on
 * by itself, and an audit finds its guarantee kept.
 */
class LostCommitIT {

  @TempDir private static Path folder;

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final Duration BOUND = Duration.ofSeconds(60);

  /** Longer than the pause before the next attempt, which so waits for the row. */
  private static final Duration LATE = Duration.ofMillis(700);

  private static final int PAYMENTS = 10;

  private static LocalDatabase postgresql;

  @BeforeAll
  static void startPostgresql() {
    postgresql = FaultDatabase.startPostgresql(folder, 0);
  }

  @AfterAll
  static void stopPostgresql() {
    postgresql.close();
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource({
    "AT_MOST_ONCE, partition",
    "AT_LEAST_ONCE, batch",
    "IDEMPOTENT_EXACTLY_ONCE, batch",
    "TRANSACTIONAL_EXACTLY_ONCE, partition"
  })
  void theJobGoesOnAndKeepsItsGuarantee(DeliveryGuarantee guarantee, String scope)
      throws Exception {
    requireKept(FaultDatabase.shared(SERVICES), guarantee, scope);
  }

  @ParameterizedTest
  @CsvSource({
    "AT_MOST_ONCE, batch",
    "AT_LEAST_ONCE, partition",
    "IDEMPOTENT_EXACTLY_ONCE, partition",
    "TRANSACTIONAL_EXACTLY_ONCE, batch"
  })
  void theJobGoesOnOnPostgresql(DeliveryGuarantee guarantee, String scope) throws Exception {
    requireKept(FaultDatabase.of(postgresql), guarantee, scope);
  }

  private static void requireKept(FaultDatabase database, DeliveryGuarantee guarantee, String scope)
      throws Exception {
    PaymentTopic topic =
        SERVICES.topic(
            ("cut_" + database.wire() + "_" + guarantee.name()).toLowerCase(Locale.ROOT), 2);
    StoredStream stored = StoredStream.in(database.client(), topic);
    FaultyJob job =
        SERVICES
            .on(database.client(), SERVICES.job(topic))
            .with("job.guarantee", guarantee.key())
            .with("job.scope", scope);
    int payments = PAYMENTS;
    topic.pay(0, payments);
    try (CommitProxy proxy = database.proxy(LATE);
        RunningJob running = SERVICES.on(database.through(proxy), job).start()) {
      Awaitility.await().atMost(BOUND).until(() -> running.run().isDone() || isSaved(stored));
      for (CommitLoss loss : CommitLoss.values()) {
        int lostBefore = proxy.lost();
        proxy.lose(loss, commitOfOffsets(guarantee.plan()));
        topic.pay(1, PAYMENTS);
        payments += PAYMENTS;
        int sent = payments;
        Awaitility.await()
            .atMost(BOUND)
            .until(
                () ->
                    running.run().isDone()
                        || (proxy.lost() > lostBefore && total(stored.positions()) == sent));
        assertThat(running.run()).as("the job, %s", loss).isNotDone();
      }
      running.stopAndWait();
      assertThat((Map<?, ?>) running.run().get().json())
          .as("each payment counts once, however often its batch was saved")
          .returns((long) payments, summary -> summary.get("records"));
    }

    assertThat(stored.epoch()).as("claims").isEqualTo(1);
    AuditReport report = new AuditRunner(job.allSettings(), new Progress.Silent()).run();
    assertThat(report.isKept()).as("%s", report).isTrue();
    assertThat(report.sent()).isEqualTo(payments);
    assertThat(report.count(FindingKind.LOST) > 0)
        .isEqualTo(guarantee == DeliveryGuarantee.AT_MOST_ONCE);
    assertThat(report.count(FindingKind.REPEATED) > 0)
        .isEqualTo(guarantee == DeliveryGuarantee.AT_LEAST_ONCE);
  }

  /** With its results: where these come after the offsets, the next commit would be theirs. */
  private static boolean isSaved(StoredStream stored) {
    return total(stored.positions()) == PAYMENTS && stored.ledger().size() == PAYMENTS;
  }

  private static int commitOfOffsets(SavePlan plan) {
    return plan.savesOffsetsFirst() ? 0 : 1;
  }

  private static long total(Map<String, Long> positions) {
    return positions.values().stream().mapToLong(Long::longValue).sum();
  }
}
