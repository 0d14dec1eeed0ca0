package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offsets that the connector commits with a later batch: what that repeats, and what it keeps. */
class AsyncCommitsIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final Duration BOUND = Duration.ofSeconds(60);

  /** A stop is over long before the next batch would take the commit along. */
  private static final String SELDOM = "2s";

  private static final String OFTEN = "100ms";
  private static final int PARTITIONS = 2;

  /** Records of a partition in the first batch, and in the first two. */
  private static final int FIRST = 10;

  private static final int BOTH = 15;
  private static final int FENCED = 6;
  private static final int PROTECTED = 7;

  /** In each partition: ten seconds of work for a slow driver. */
  private static final int MANY = 500;

  /** The control is the same stop where the job commits offsets in its saves. */
  @ParameterizedTest
  @CsvSource({"KAFKA_ASYNC, 10, 2", "KAFKA, 15, 1"})
  void aStopInGoodOrderLeavesTheLastBatchUncommitted(
      OffsetStorage storage, long committed, int times) throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("last-" + storage.key(), PARTITIONS, FIRST);
    FaultyJob job = job(topic, storage, DeliveryGuarantee.AT_LEAST_ONCE);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    stopBehindTheSecondBatch(job, topic, stored);
    CommittedOffsets offsets = CommittedOffsets.of(topic);
    assertThat(offsets.positions().values()).hasSize(PARTITIONS).containsOnly(committed);
    assertThat(offsets.epochs().values()).containsOnly(1L);

    job.untilCaughtUp();

    assertThat(timesOf(stored, topic, 0, FIRST)).as("the first batch").containsOnly(1L);
    assertThat(timesOf(stored, topic, FIRST, BOTH)).as("the last batch").containsOnly((long) times);
  }

  @Test
  @Tag("full")
  void nothingIsSeenOfItUnderIdempotent() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("last-keyed", PARTITIONS, FIRST);
    FaultyJob job =
        job(topic, OffsetStorage.KAFKA_ASYNC, DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    stopBehindTheSecondBatch(job, topic, stored);
    assertThat(CommittedOffsets.of(topic).positions().values()).containsOnly((long) FIRST);

    job.untilCaughtUp();

    assertThat(stored.ledger()).isEqualTo(Places.ofEach(topic, PARTITIONS, BOTH).asList());
  }

  /** The second batch takes along the commit of the first. */
  private static void stopBehindTheSecondBatch(
      FaultyJob job, PaymentTopic topic, StoredStream stored) throws Exception {
    try (RunningJob running = job.with("job.batch-interval", SELDOM).start()) {
      await().atMost(BOUND).until(() -> stored.ledger().size() == PARTITIONS * FIRST);
      topic.pay(0, BOTH - FIRST);
      topic.pay(1, BOTH - FIRST);
      await().atMost(BOUND).until(() -> stored.ledger().size() == PARTITIONS * BOTH);
      running.stopAndWait();
    }
  }

  /** How often each record of a range of offsets is stored. */
  private static List<Long> timesOf(
      StoredStream stored, PaymentTopic topic, long from, long until) {
    List<String> ledger = stored.ledger();
    return Places.of(topic.name() + "-0", from, until)
        .and(topic.name() + "-1", from, until)
        .asList()
        .stream()
        .map(place -> ledger.stream().filter(place::equals).count())
        .toList();
  }

  @Test
  @Tag("full")
  void eachClaimIsNewerThanTheOneBeforeAndTheOtherStorageGoesOnInTheSameRows() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("claimed-again", PARTITIONS, 10);
    FaultyJob job = job(topic, OffsetStorage.KAFKA_ASYNC, DeliveryGuarantee.AT_LEAST_ONCE);
    CommittedOffsets offsets = CommittedOffsets.of(topic);
    for (long claim = 1; claim <= 3; claim++) {
      long end = claim * 10;
      try (RunningJob running = job.start()) {
        await()
            .atMost(BOUND)
            .untilAsserted(() -> assertThat(offsets.positions().values()).containsOnly(end));
        running.stopAndWait();
      }
      assertThat(offsets.epochs().values()).as("committed by Spark").containsOnly(claim);
      topic.pay(0, 10);
      topic.pay(1, 10);
    }

    job.with("offsets.storage", OffsetStorage.KAFKA.key()).untilCaughtUp();

    assertThat(offsets.positions().values()).containsOnly(40L);
    assertThat(offsets.epochs().values()).containsOnly(4L);
    assertThat(StoredStream.in(SERVICES.database(), topic).ledger())
        .as("each commit was waited for")
        .isEqualTo(Places.ofEach(topic, PARTITIONS, 40).asList());
  }

  @Test
  void aCommitThatIsSentAfterItsTopicWasCreatedAgainIsNoticed() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("late-commit", PARTITIONS, 10);
    FaultyJob job = job(topic, OffsetStorage.KAFKA_ASYNC, DeliveryGuarantee.AT_LEAST_ONCE);
    CommittedOffsets offsets = CommittedOffsets.of(topic);
    try (RunningJob running = job.start()) {
      await()
          .atMost(BOUND)
          .untilAsserted(() -> assertThat(offsets.positions().values()).containsOnly(10L));
      running.stopAndWait();
    }
    Map<TopicPartition, OffsetAndMetadata> late = offsets.rows();
    topic.recreate(PARTITIONS);
    topic.pay(0, 20);
    topic.pay(1, 20);
    offsets.write(late);

    Stop stop = job.stopped();

    assertThat(stop.exitCode()).isEqualTo(PROTECTED);
    assertThat(stop.message()).contains("start.accept = [topic-recreated]");
  }

  @Test
  @Tag("full")
  void aDriverThatWasReplacedEndsBeforeItsNextCommit() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("overtaken", PARTITIONS, MANY);
    FaultyJob job = job(topic, OffsetStorage.KAFKA_ASYNC, DeliveryGuarantee.AT_LEAST_ONCE);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    try (Driver older = job.with("kafka.max-rate-per-partition", "50").startProcess()) {
      await().atMost(BOUND).until(() -> !stored.ledger().isEmpty());

      job.untilCaughtUp();

      Program.Ended end = older.end();
      assertThat(end.exitCode()).as(end.err()).isEqualTo(FENCED);
      assertThat(end.err()).contains("another driver has");
    }
    assertThat(stored.ledger().stream().distinct())
        .containsExactlyElementsOf(Places.ofEach(topic, PARTITIONS, MANY).asList());
  }

  private static FaultyJob job(
      PaymentTopic topic, OffsetStorage storage, DeliveryGuarantee guarantee) {
    return SERVICES
        .job(topic)
        .with("job.batch-interval", OFTEN)
        .with("offsets.storage", storage.key())
        .with("job.guarantee", guarantee.key());
  }
}
