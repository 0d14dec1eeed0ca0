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
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Two drivers of one stream, both at work: the older one ends, and the promise is kept. */
@Tag("full")
class SecondDriverIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int PARTITIONS = 5;

  /** In each partition: ten seconds of work for a slow driver. */
  private static final int RECORDS = 500;

  private static final int FENCED = 6;
  private static final int TERMINATED = 143;

  @ParameterizedTest
  @CsvSource({
    "TRANSACTIONAL_EXACTLY_ONCE, BATCH",
    "IDEMPOTENT_EXACTLY_ONCE, PARTITION",
    "AT_LEAST_ONCE, BATCH",
    "AT_MOST_ONCE, PARTITION"
  })
  void aDriverThatStartsLaterFencesTheOneAtWork(DeliveryGuarantee guarantee, SaveScope scope)
      throws Exception {
    PaymentTopic topic = filledTopic("relieved-", guarantee);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob job = job(topic, guarantee).with("job.scope", scope.key());
    try (Driver older = slow(job).startProcess()) {
      await().atMost(BOUND).until(() -> !stored.ledger().isEmpty());

      job.untilCaughtUp();

      requireFenced(older.end());
    }
    assertThat(stored.positions().values()).containsOnly((long) RECORDS);
    Promise.of(guarantee).assertKeptAfterOverlap(stored, everyRecordOf(topic));
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoThatStartTogetherOneIsFenced(DeliveryGuarantee guarantee) throws Exception {
    PaymentTopic topic = filledTopic("together-", guarantee);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob job = job(topic, guarantee);
    try (Driver one = slow(job).startProcess();
        Driver other = slow(job).startProcess()) {
      await().atMost(BOUND).until(() -> !one.isAlive() || !other.isAlive());
      Driver winner = one.isAlive() ? one : other;
      Driver loser = one.isAlive() ? other : one;

      requireFenced(loser.end());
      int saved = stored.ledger().size();
      await().atMost(BOUND).until(() -> stored.ledger().size() > saved);
      winner.send(ProcessSignal.TERM);

      assertThat(winner.end().exitCode()).isEqualTo(TERMINATED);
    }
    job.untilCaughtUp();

    assertThat(stored.positions().values()).containsOnly((long) RECORDS);
    Promise.of(guarantee).assertKept(stored, everyRecordOf(topic));
  }

  private static void requireFenced(Program.Ended end) {
    assertThat(end.exitCode()).as(end.err()).isEqualTo(FENCED);
    assertThat(end.err()).containsPattern("another driver has (probably )?taken over this stream");
  }

  private static PaymentTopic filledTopic(String prefix, DeliveryGuarantee guarantee) {
    return SERVICES.filledTopic(prefix + guarantee.key(), PARTITIONS, RECORDS);
  }

  private static FaultyJob job(PaymentTopic topic, DeliveryGuarantee guarantee) {
    return SERVICES.job(topic).with("job.guarantee", guarantee.key());
  }

  private static FaultyJob slow(FaultyJob job) {
    return job.with("kafka.max-rate-per-partition", "50");
  }

  private static List<String> everyRecordOf(PaymentTopic topic) {
    return Places.ofEach(topic, PARTITIONS, RECORDS).asList();
  }
}
