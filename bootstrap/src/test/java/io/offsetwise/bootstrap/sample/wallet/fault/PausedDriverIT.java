package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.ProcessSignal;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A driver that stands still for long (SIGSTOP; in real life a long collection of garbage or a
 * frozen machine) is taken for dead and replaced, and then goes on.
 */
class PausedDriverIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int PARTITIONS = 5;

  /** In each partition: ten seconds of work for the slow driver. */
  private static final int RECORDS = 500;

  private static final int SLOW_RATE = 50;

  private static final int FENCED = 6;
  private static final int UNAVAILABLE = 4;
  private static final int TERMINATED = 143;

  @ParameterizedTest
  @CsvSource({"TRANSACTIONAL_EXACTLY_ONCE, PARTITION", "AT_MOST_ONCE, BATCH"})
  void aDriverThatWakesAfterItsReplacementHasWorkedIsFenced(
      DeliveryGuarantee guarantee, SaveScope scope) throws Exception {
    isFencedWhenItWakes(guarantee, scope);
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource({"IDEMPOTENT_EXACTLY_ONCE, BATCH", "AT_LEAST_ONCE, PARTITION"})
  void soItIsUnderTheOtherGuarantees(DeliveryGuarantee guarantee, SaveScope scope)
      throws Exception {
    isFencedWhenItWakes(guarantee, scope);
  }

  private static void isFencedWhenItWakes(DeliveryGuarantee guarantee, SaveScope scope)
      throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("paused-" + guarantee.key(), PARTITIONS, RECORDS);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob job =
        SERVICES.job(topic).with("job.guarantee", guarantee.key()).with("job.scope", scope.key());
    try (Driver older = slow(job).startProcess()) {
      await().atMost(BOUND).until(() -> !stored.ledger().isEmpty());
      older.pauseOutsideTransactions(stored);
      job.untilCaughtUp();
      assertThat(stored.positions().values()).containsOnly((long) RECORDS);

      older.send(ProcessSignal.CONT);
      Program.Ended end = older.end();

      assertThat(end.exitCode()).as(end.err()).isEqualTo(FENCED);
      assertThat(end.err()).contains("another driver has taken over this stream");
    }
    assertThat(stored.positions().values()).containsOnly((long) RECORDS);
    Promise.of(guarantee).assertKeptAfterOverlap(stored, everyRecordOf(topic));
  }

  /** Its locks are the database's business: nobody can take them away without killing it. */
  @Test
  void aDriverThatIsPausedInATransactionHoldsUpItsReplacementForABoundedTime() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("holding", PARTITIONS, RECORDS);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob job = SERVICES.job(topic);
    try (Driver older = slow(job).startProcess()) {
      await().atMost(BOUND).until(() -> !stored.ledger().isEmpty());
      stored.whileBalancesAreLocked(
          () -> {
            await().atMost(BOUND).until(stored::isSomebodyWaiting);
            older.send(ProcessSignal.STOP);
          });
      await().atMost(BOUND).until(stored::isLockedByOthers);
      int saved = stored.ledger().size();

      Stop replacement = SERVICES.withLockTimeout(job, Duration.ofSeconds(1)).stopped();

      assertThat(replacement.exitCode()).isEqualTo(UNAVAILABLE);
      assertThat(replacement.message())
          .contains("let a statement wait too long for a lock")
          .contains("perhaps a stopped driver with an open transaction");

      older.send(ProcessSignal.CONT);
      await().atMost(BOUND).until(() -> stored.ledger().size() > saved + PARTITIONS * SLOW_RATE);
      older.send(ProcessSignal.TERM);
      assertThat(older.end().exitCode()).isEqualTo(TERMINATED);
    }
    job.untilCaughtUp();

    assertThat(stored.ledger()).isEqualTo(everyRecordOf(topic));
  }

  private static FaultyJob slow(FaultyJob job) {
    return job.with("kafka.max-rate-per-partition", Integer.toString(SLOW_RATE));
  }

  private static List<String> everyRecordOf(PaymentTopic topic) {
    return Places.ofEach(topic, PARTITIONS, RECORDS).asList();
  }
}
