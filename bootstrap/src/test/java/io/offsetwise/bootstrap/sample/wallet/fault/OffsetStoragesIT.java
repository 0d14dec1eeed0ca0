package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.Positions;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void anOffsetThatKafkasToolHasSetIsHonoured() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("adjusted", 2, 10);
    FaultyJob job = job(topic, OffsetStorage.KAFKA, DeliveryGuarantee.AT_LEAST_ONCE);
    StoredStream stored = StoredStream.in(SERVICES.database(), topic);
    job.untilCaughtUp();
    setByKafkasTool(topic, 1, 7);

    job.untilCaughtUp();

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
