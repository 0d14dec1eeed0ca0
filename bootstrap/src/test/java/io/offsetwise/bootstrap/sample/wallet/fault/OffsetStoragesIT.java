package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.Positions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Offsets that are kept elsewhere than beside the results, and what may happen to them there. */
class OffsetStoragesIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  @ParameterizedTest
  @CsvSource({
    "KAFKA,      AT_MOST_ONCE,            batch",
    "KAFKA,      AT_LEAST_ONCE,           partition",
    "KAFKA,      IDEMPOTENT_EXACTLY_ONCE, partition",
    "CHECKPOINT, AT_LEAST_ONCE,           partition",
    "CHECKPOINT, IDEMPOTENT_EXACTLY_ONCE, batch",
  })
  void aRunGoesOnWhereTheOneBeforeEnded(
      OffsetStorage storage, DeliveryGuarantee guarantee, String scope) throws Exception {
    PaymentTopic topic =
        SERVICES.filledTopic("kept-" + storage.key() + "-" + guarantee.key(), 2, 20);
    FaultyJob job = job(topic, storage, guarantee).with("job.scope", scope);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    job.untilCaughtUp();
    topic.pay(0, 5);

    job.untilCaughtUp();

    assertThat(stored.ledger())
        .isEqualTo(Places.of(topic.name() + "-0", 0, 25).and(topic.name() + "-1", 0, 20).asList());
    assertThat(stored.positions()).as("in the database").isEmpty();
  }

  @Test
  void positionsThatHaveExpiredInKafkaAreNoticed() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("forgotten", 2, 10);
    FaultyJob job = job(topic, OffsetStorage.KAFKA, DeliveryGuarantee.AT_LEAST_ONCE);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    job.untilCaughtUp();
    try (BoundedAdmin admin = BoundedAdmin.open(SERVICES.kafka())) {
      admin.ask(
          "to delete the group",
          client -> client.deleteConsumerGroups(List.of(topic.name())).all());
    }

    Stop stop = job.stopped();

    assertThat(stop.exitCode()).isEqualTo(7);
    assertThat(stop.message())
        .contains("forgotten-0 was begun at 0 but no position of it is stored")
        .contains("start.accept = [position-lost]");

    job.with("start.accept", "position-lost").untilCaughtUp();

    assertThat(stored.gaps())
        .containsExactly("position-lost forgotten-0 0->0", "position-lost forgotten-1 0->0");
    assertThat(stored.ledger()).as("read again").hasSize(40);
  }

  /** Kafka forgets the offsets of a topic with the topic: only the register knows of them. */
  @Test
  void aTopicThatWasCreatedAgainIsNoticedThoughKafkaHasForgottenItsOffsets() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("made-anew", 2, 10);
    FaultyJob job = job(topic, OffsetStorage.KAFKA, DeliveryGuarantee.AT_LEAST_ONCE);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    job.untilCaughtUp();
    topic.recreate(2);
    topic.pay(0, 5);
    await().until(() -> SERVICES.positions(job).equals(Positions.NONE));
    FaultyJob latest = job.with("start.first", "latest");

    Stop stop = latest.stopped();

    assertThat(stop.exitCode()).isEqualTo(7);
    assertThat(stop.message())
        .contains("made-anew-0 was begun at 0 in the topic with id ")
        .contains("made-anew-1 was begun at 0 in the topic with id ")
        .contains("start.accept = [topic-recreated]");
    assertThat(SERVICES.positions(job)).isEqualTo(Positions.NONE);

    latest.with("start.accept", "topic-recreated").untilCaughtUp();

    assertThat(stored.gaps())
        .containsExactly("topic-recreated made-anew-0 0->0", "topic-recreated made-anew-1 0->0");
    assertThat(stored.ledger())
        .as("records of the former topic and all of this one")
        .containsExactlyInAnyOrderElementsOf(
            Places.ofEach(topic, 2, 10).and("made-anew-0", 0, 5).asList());
    assertThat(Places.before(SERVICES.positions(job)).asList())
        .isEqualTo(Places.of("made-anew-0", 0, 5).asList());
  }

  /** Its next commit would undo whatever is decided here. */
  @ParameterizedTest
  @EnumSource(names = {"KAFKA", "KAFKA_ASYNC"})
  void whileSomebodyReadsInTheGroupNothingIsClaimedOrMoved(OffsetStorage storage) throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("read-by-others-" + storage.key(), 1, 10);
    FaultyJob job = job(topic, storage, DeliveryGuarantee.AT_LEAST_ONCE);
    job.untilCaughtUp();
    // of commitAsync, the last one is sent by a later batch, if there is one
    List<String> before = Places.before(SERVICES.positions(job)).asList();
    String member = "member reader-";
    try (KafkaConsumer<byte[], byte[]> reader = reader(topic)) {
      reader.subscribe(List.of(topic.name()));
      await()
          .until(
              () -> reader.poll(Duration.ofMillis(50)) != null && !reader.assignment().isEmpty());

      Stop stop = job.stopped();

      assertThat(stop.exitCode()).isEqualTo(5);
      assertThat(stop.message()).contains(member, "holds " + topic.name() + "-0");
      assertThat(List.of(job.verb("offsets", "reset", "--to-earliest")))
          .allSatisfy(dry -> assertThat(dry.out()).contains(member));
      for (String[] verb :
          new String[][] {
            {"offsets", "reset", "--to-earliest", "--execute"},
            {"offsets", "copy", "--from=" + storage.key(), "--to=own", "--execute"}
          }) {
        Program.Ended ended = job.verb(verb);
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(5);
        assertThat(ended.err()).contains(member);
      }
    }
    assertThat(Places.before(SERVICES.positions(job)).asList()).isEqualTo(before);

    job.untilCaughtUp();
  }

  private static KafkaConsumer<byte[], byte[]> reader(PaymentTopic topic) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            SERVICES.kafka().bootstrapServers(),
            "group.id",
            topic.name(),
            "client.id",
            "reader",
            "enable.auto.commit",
            "false",
            "allow.auto.create.topics",
            "false"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** A crash cannot have done it: whoever has set the offset did not say what was read before. */
  @ParameterizedTest
  @CsvSource({"KAFKA, AT_MOST_ONCE", "KAFKA_ASYNC, AT_LEAST_ONCE"})
  void anOffsetThatSomebodyElseHasSetBeforeTheFirstRecordWasSavedIsNotAdopted(
      OffsetStorage storage, DeliveryGuarantee guarantee) throws Exception {
    PaymentTopic topic = SERVICES.topic("overtaken-" + storage.key(), 1);
    FaultyJob job = job(topic, storage, guarantee);
    job.untilCaughtUp();
    topic.pay(0, 10);
    setByKafkasTool(topic, 0, 10);

    Stop stop = job.stopped();

    assertThat(stop.exitCode()).isEqualTo(7);
    assertThat(stop.message())
        .contains("position 10 is stored for " + topic.name() + "-0")
        .contains("on record up to 0 only")
        .contains("start.accept = [position-ahead]");
    assertThat(job.stopped().exitCode()).as("again").isEqualTo(7);
  }

  /** The own store keeps its history beside the positions. */
  @Test
  void aPositionThatAnotherProgramHasChangedInTheDatabaseIsNoticed() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("changed-by-sql", 1, 10);
    FaultyJob job = job(topic, OffsetStorage.OWN, DeliveryGuarantee.AT_LEAST_ONCE);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    job.untilCaughtUp();
    topic.pay(0, 5);
    stored.moveTo(0, 13);

    Stop stop = job.stopped();

    assertThat(stop.exitCode()).isEqualTo(7);
    assertThat(stop.message())
        .contains("position 13 is stored for changed-by-sql-0")
        .contains("on record up to 10 only")
        .contains("start.accept = [position-ahead]");

    stored.moveTo(0, 8);
    Program.Ended run = job.verb("run", "--until-caught-up");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("changed-by-sql-0 goes on at 8", "stood at 10");
    assertThat(job.verb("audit", "-ojson").exitCode()).isZero();
  }

  @Test
  void anOffsetThatKafkasToolHasSetIsHonoured() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("adjusted", 2, 10);
    FaultyJob job = job(topic, OffsetStorage.KAFKA, DeliveryGuarantee.AT_LEAST_ONCE);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    job.untilCaughtUp();
    setByKafkasTool(topic, 1, 7);

    Program.Ended moved = job.verb("offsets", "reset", "--topic=adjusted:0", "--to-earliest");
    assertThat(moved.exitCode()).as("it says what would be done").isZero();
    assertThat(
            job.verb("offsets", "reset", "--topic=adjusted:0", "--to-earliest", "--execute").err())
        .contains("set by somebody else, of [adjusted-1]");
    Program.Ended run = job.verb("run", "--until-caught-up");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("offsetwise: warning: adjusted-1 goes on at 7, which somebody else has set")
        .contains("stood at 10, so that 3 offsets are read again");
    assertThat(job.verb("offsets", "history", "--topic=adjusted:1").out())
        .contains(
            "set back by a reset (found at a start, by somebody else) that went from 10 to 7");
    assertThat(job.verb("audit").exitCode()).isZero();
    assertThat(stored.ledger())
        .isEqualTo(
            Places.of("adjusted-0", 0, 10)
                .and("adjusted-1", 0, 7)
                .and("adjusted-1", 7, 8)
                .and("adjusted-1", 7, 8)
                .and("adjusted-1", 8, 9)
                .and("adjusted-1", 8, 9)
                .and("adjusted-1", 9, 10)
                .and("adjusted-1", 9, 10)
                .asList());
  }

  /** What lies between would be lost, whoever has moved it. */
  @Test
  void anOffsetThatKafkasToolHasSetPastUnreadRecordsIsNoticed() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("passed-over", 1, 10);
    FaultyJob job = job(topic, OffsetStorage.KAFKA, DeliveryGuarantee.AT_LEAST_ONCE);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    job.untilCaughtUp();
    topic.pay(0, 5);
    setByKafkasTool(topic, 0, 13);

    Stop stop = job.stopped();

    assertThat(stop.exitCode()).isEqualTo(7);
    assertThat(stop.message())
        .contains("position 13 is stored for passed-over-0")
        .contains("results are on record up to 10 only")
        .contains("start.accept = [position-ahead]");

    job.with("start.accept", "position-ahead").untilCaughtUp();

    assertThat(stored.gaps()).containsExactly("position-ahead passed-over-0 10->13");
    assertThat(stored.ledger())
        .isEqualTo(Places.of("passed-over-0", 0, 10).and("passed-over-0", 13, 15).asList());
  }

  private static void setByKafkasTool(PaymentTopic topic, int partition, long offset) {
    try (BoundedAdmin admin = BoundedAdmin.open(SERVICES.kafka())) {
      admin.ask(
          "to set an offset as Kafka's tool does",
          client ->
              client
                  .alterConsumerGroupOffsets(
                      topic.name(),
                      Map.of(
                          new TopicPartition(topic.name(), partition),
                          new OffsetAndMetadata(offset)))
                  .all());
    }
  }

  private static FaultyJob job(
      PaymentTopic topic, OffsetStorage storage, DeliveryGuarantee guarantee) {
    return SERVICES
        .job(topic)
        .with("offsets.storage", storage.key())
        .with("job.guarantee", guarantee.key());
  }
}
