package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.bootstrap.brokers.BrokerRelease;
import io.offsetwise.bootstrap.brokers.Brokers;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.notes.VersionTable;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the product asks of a broker, asked of brokers of several versions. */
@Tag("brokers")
@Timeout(180)
@ParameterizedClass
@ValueSource(strings = {"3.4.1", "3.9.2", "4.3.0"})
class BrokerVersionsIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  @RegisterExtension
  static final VersionTable TABLE = new VersionTable("asked of the broker", "brokers.md");

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int PARTITIONS = 2;
  private static final int PAYMENTS = 20;
  private static final int FENCED = 6;
  private static final int PROTECTED = 7;

  private static Brokers brokers;

  @Parameter String version;

  @BeforeParameterizedClassInvocation
  static void start(String version) throws IOException {
    TABLE.begin(version);
    brokers = Brokers.one(BrokerRelease.of(version));
    brokers.start();
  }

  @AfterParameterizedClassInvocation
  static void stop() throws IOException {
    brokers.close();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a run goes on where the one before ended, its offsets kept in each storage")
  void aRunGoesOnWhereTheOneBeforeEnded(OffsetStorage storage) throws Exception {
    PaymentTopic topic = topic("kept-" + storage.key());
    FaultyJob job = job(topic, storage);
    pay(topic, PAYMENTS);
    job.untilCaughtUp();
    pay(topic, PAYMENTS);

    job.untilCaughtUp();

    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    assertThat(stored.ledger()).isEqualTo(Places.ofEach(topic, PARTITIONS, 2 * PAYMENTS).asList());
  }

  @Test
  @DisplayName("transactions: committed records are read, aborted ones and markers are not")
  void committedRecordsAloneAreRead() throws Exception {
    PaymentTopic topic = topic("transacted");
    topic.pay(TopicKind.TRANSACTIONAL, 1, PARTITIONS, 10 * PAYMENTS);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    FaultyJob job =
        job(topic, OffsetStorage.OWN)
            .with("job.guarantee", DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.key());

    job.untilCaughtUp();

    assertThat(stored.ledger()).hasSize(10 * PAYMENTS).doesNotHaveDuplicates();
    JsonNode audit = json(job.verb("audit", "-ojson"));
    assertThat(audit.get("kept").asBoolean()).isTrue();
    assertThat(audit.get("sent").asLong()).isEqualTo(10 * PAYMENTS);
  }

  @Test
  @DisplayName("an open transaction is waited for, and named with its producer")
  void anOpenTransactionIsNamed() throws Exception {
    PaymentTopic topic = topic("open");
    FaultyJob job = job(topic, OffsetStorage.OWN);
    pay(topic, PAYMENTS);
    job.untilCaughtUp();
    try (Producer<byte[], byte[]> open = topic.beginTransaction(0, 1)) {
      JsonNode shown = json(job.verb("offsets", "describe", "-ojson")).at("/positions/0");

      assertThat(shown.get("lastStableOffset").asLong()).isEqualTo(PAYMENTS);
      assertThat(shown.at("/openTransaction/startOffset").asLong()).isEqualTo(PAYMENTS);
      open.abortTransaction();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = OffsetStorage.class,
      names = {"OWN", "KAFKA"})
  @DisplayName("offsets describe, reset and copy")
  void offsetsAreShownMovedAndCopied(OffsetStorage storage) throws Exception {
    PaymentTopic topic = topic("moved-" + storage.key());
    FaultyJob job = job(topic, storage);
    pay(topic, PAYMENTS);
    job.untilCaughtUp();

    JsonNode described = json(job.verb("offsets", "describe", "-ojson"));
    assertThat(described.findValuesAsText("currentOffset")).containsOnly("" + PAYMENTS);
    JsonNode reset =
        json(job.verb("offsets", "reset", "-ojson", "--all-topics", "--shift-by=-5", "--execute"));
    assertThat(reset.get("readAgain").asLong()).isEqualTo(5 * PARTITIONS);
    OffsetStorage other = storage == OffsetStorage.OWN ? OffsetStorage.KAFKA : OffsetStorage.OWN;
    Program.Ended copied =
        job.verb("offsets", "copy", "--from=" + storage.key(), "--to=" + other.key(), "--execute");
    assertThat(copied.exitCode()).as(copied.err()).isZero();
    pay(topic, PAYMENTS);

    job(topic, other).untilCaughtUp();

    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    assertThat(stored.ledger()).isEqualTo(Places.ofEach(topic, PARTITIONS, 2 * PAYMENTS).asList());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a driver that is replaced is fenced by Kafka's transactional ids, in both scopes")
  void aDriverThatIsReplacedIsFenced(SaveScope scope) throws Exception {
    PaymentTopic topic = topic("fenced-" + scope.key());
    FaultyJob job = job(topic, OffsetStorage.KAFKA).with("job.scope", scope.key());
    pay(topic, 20 * PAYMENTS);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    try (Driver older = job.with("kafka.max-rate-per-partition", "50").startProcess()) {
      await().atMost(BOUND).until(() -> !stored.ledger().isEmpty() || !older.isAlive());

      job.untilCaughtUp();

      Program.Ended end = older.end();
      assertThat(end.exitCode()).as(end.err()).isEqualTo(FENCED);
    }
    assertThat(stored.ledger()).isEqualTo(Places.ofEach(topic, PARTITIONS, 20 * PAYMENTS).asList());
  }

  @ParameterizedTest
  @EnumSource(
      value = OffsetStorage.class,
      names = {"OWN", "KAFKA"})
  @DisplayName("a topic that is created again is noticed")
  void aTopicThatIsCreatedAgainIsNoticed(OffsetStorage storage) throws Exception {
    PaymentTopic topic = topic("anew-" + storage.key());
    FaultyJob job = job(topic, storage);
    pay(topic, PAYMENTS);
    job.untilCaughtUp();
    topic.recreate(PARTITIONS);
    pay(topic, 2 * PAYMENTS);

    Stop stop = job.stopped();

    assertThat(stop.exitCode()).as(stop.message()).isEqualTo(PROTECTED);
    assertThat(stop.message()).contains("start.accept = [topic-recreated]");
  }

  private PaymentTopic topic(String name) {
    PaymentTopic topic =
        new PaymentTopic(brokers.connection(Duration.ofSeconds(20)), name + "-on-" + version);
    topic.create(PARTITIONS);
    return topic;
  }

  private static void pay(PaymentTopic topic, int payments) {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      topic.pay(partition, payments);
    }
  }

  private static FaultyJob job(PaymentTopic topic, OffsetStorage storage) {
    return SERVICES
        .job(topic)
        .with("kafka.bootstrap-servers", brokers.address())
        .with("offsets.storage", storage.key())
        .with("job.guarantee", DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE.key());
  }

  private static JsonNode json(Program.Ended ended) throws IOException {
    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    return new ObjectMapper().readTree(ended.out());
  }
}
