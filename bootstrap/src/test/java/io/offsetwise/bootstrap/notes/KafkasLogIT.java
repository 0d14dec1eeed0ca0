package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.SessionEnd;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.bootstrap.stream.LocalSpark;
import io.offsetwise.bootstrap.stream.RunningLoop;
import io.offsetwise.bootstrap.stream.TestedStream;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the first note says of Kafka's log, sentence by sentence. What retention does comes last:
 * the broker looks for what it may delete 30 s after its start, and only then at its interval.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KafkasLogIT {

  @RegisterExtension
  static final LocalKafka KAFKA = new LocalKafka(Map.of("log.retention.check.interval.ms", "100"));

  @RegisterExtension static final LocalSpark SPARK = new LocalSpark();

  private static final Duration RETENTION_BOUND = Duration.ofSeconds(60);

  private static final int LAST = Integer.MAX_VALUE;
  private static final Duration RETENTION_TIME = Duration.ofHours(1);
  private static final int SEGMENT_BYTES = 1_000;
  private static final int RETAINED_BYTES = 3_000;

  @Test
  void aRecordIsTheSameHoweverOftenItIsRead() throws Exception {
    PlainLog log = newLog("immutable");
    long offset = log.append("wallet-1", "10.00");

    ConsumerRecord<String, String> once = log.read(offset);

    assertThat(log.read(offset)).usingRecursiveComparison().isEqualTo(once);
    assertThat(once.value()).isEqualTo("10.00");
  }

  @Test
  void aNewRecordOfTheSameKeyGetsANewOffsetAndChangesNothing() throws Exception {
    PlainLog log = newLog("same-key");

    long first = log.append("wallet-1", "10.00");
    long second = log.append("wallet-1", "20.00");

    assertThat(second).isEqualTo(first + 1);
    assertThat(log.read(first).value()).isEqualTo("10.00");
    assertThat(log.read(second).value()).isEqualTo("20.00");
  }

  /** No call of the producer or the admin client takes an offset and a value. */
  @Test
  void nothingCanBeTakenAwayButTheBeginning() throws Exception {
    PlainLog log = newLog("beginning");
    log.append(5, Instant.now());

    try (Admin admin = admin()) {
      admin
          .deleteRecords(Map.of(log.partition(), RecordsToDelete.beforeOffset(3)))
          .all()
          .get(20, TimeUnit.SECONDS);
    }

    assertThat(log.earliest()).isEqualTo(3);
    assertThat(log.end()).isEqualTo(5);
    assertThat(log.read(3).value()).isEqualTo("record 3");
  }

  @Test
  void aRecordIsFoundByItsOffset() throws Exception {
    PlainLog log = newLog("indexed");
    log.append(10, Instant.now());

    assertThat(List.of(7L, 2L, 9L, 0L))
        .allSatisfy(
            offset -> {
              assertThat(log.read(offset).offset()).isEqualTo(offset);
              assertThat(log.read(offset).value()).isEqualTo("record " + offset);
            });
  }

  @Test
  void aTimeIsLookedUpIntoAnOffsetBeforeAnythingCanBeRead() throws Exception {
    PlainLog log = newLog("by-time");
    log.append(1, Instant.ofEpochMilli(1_000));
    log.append(1, Instant.ofEpochMilli(2_000));
    log.append(1, Instant.ofEpochMilli(3_000));

    try (KafkaConsumer<String, String> consumer = log.consumer()) {
      long offset =
          consumer.offsetsForTimes(Map.of(log.partition(), 1_500L)).get(log.partition()).offset();

      assertThat(offset).isEqualTo(1);
      assertThat(log.read(offset).timestamp()).isEqualTo(2_000);
    }
  }

  @Test
  void theClientKeepsItsPositionAndTheBrokerDoesNot() throws Exception {
    PlainLog log = newLog("positions");
    log.append(10, Instant.now());

    try (KafkaConsumer<String, String> ahead = log.consumer();
        KafkaConsumer<String, String> behind = log.consumer();
        KafkaConsumer<String, String> newcomer = log.consumer();
        Admin admin = admin()) {
      ahead.seek(log.partition(), 7);
      behind.seek(log.partition(), 2);

      assertThat(PlainLog.next(ahead).offset()).isEqualTo(7);
      assertThat(PlainLog.next(behind).offset()).isEqualTo(2);
      assertThat(ahead.position(log.partition())).isEqualTo(8);
      assertThat(behind.position(log.partition())).isEqualTo(3);

      assertThat(admin.listConsumerGroups().all().get(20, TimeUnit.SECONDS)).isEmpty();
      assertThatThrownBy(() -> newcomer.position(log.partition()))
          .isInstanceOf(NoOffsetForPartitionException.class);
    }
  }

  @Test
  void eachPartitionOfEachTopicCountsItsOwnOffsets() throws Exception {
    KAFKA.create("split-a", 2);
    KAFKA.create("split-b", 1);

    assertThat(log("split-a", 0).append("k", "v")).isZero();
    assertThat(log("split-a", 1).append("k", "v")).isZero();
    assertThat(log("split-b", 0).append("k", "v")).isZero();
    assertThat(log("split-a", 0).append("k", "v")).isEqualTo(1);
  }

  @Tag("full")
  @Test
  @Order(LAST)
  void theOldestRecordsAreDeletedWhenTheLogIsTooLarge() throws Exception {
    KAFKA.create("by-size", 1, segmentsWith("retention.bytes", RETAINED_BYTES));
    PlainLog log = log("by-size", 0);
    log.append(100, Instant.now());

    log.awaitEarliestAfter(50, RETENTION_BOUND);
    assertThat(log.end()).isEqualTo(100);
    assertThat(log.read(99).value()).isEqualTo("record 99");

    log.append(100, Instant.now());
    log.awaitEarliestAfter(150, RETENTION_BOUND);
    assertThat(log.end()).isEqualTo(200);
  }

  @Tag("full")
  @Test
  @Order(LAST)
  void theOldestRecordsAreDeletedWhenTheirTimeIsOver() throws Exception {
    KAFKA.create(
        "by-time-of-retention", 1, segmentsWith("retention.ms", RETENTION_TIME.toMillis()));
    PlainLog log = log("by-time-of-retention", 0);
    log.append(50, Instant.now().minus(RETENTION_TIME.multipliedBy(2)));
    log.append(50, Instant.now());

    // whole segments go, so that some old records may stay beside the first new ones
    log.awaitEarliestAfter(37, RETENTION_BOUND);
    assertThat(log.earliest()).isLessThanOrEqualTo(50);
    assertThat(log.end()).isEqualTo(100);
    assertThat(log.read(50).value()).isEqualTo("record 0");
  }

  @Test
  void sparkReadsEachKafkaPartitionInAnRddPartitionOfItsOwnWithoutAUnion() throws Exception {
    KAFKA.create("wide", 5);
    KAFKA.create("narrow", 2);
    for (int partition = 0; partition < 5; partition++) {
      KAFKA.append("wide", partition, 5);
    }
    KAFKA.append("narrow", 0, 5);
    KAFKA.append("narrow", 1, 5);
    RddPartitionJob job = new RddPartitionJob();

    try (TestedStream stream =
        new TestedStream(KAFKA.connection(), DeliveryGuarantee.AT_LEAST_ONCE, "wide", "narrow")) {
      RunningLoop loop =
          RunningLoop.start(
              stream,
              stream.engine(SPARK.context(), job, SaveScope.BATCH),
              RunLimit.UNTIL_CAUGHT_UP,
              Duration.ofMinutes(10));

      assertThat(loop.end()).isEqualTo(SessionEnd.CAUGHT_UP);
      assertThat(stream.results()).hasSize(35);
      Map<Integer, Set<String>> sources = RddPartitionJob.sources(stream.results());
      assertThat(sources).hasSize(7).allSatisfy((rdd, kafka) -> assertThat(kafka).hasSize(1));
      assertThat(sources.values().stream().flatMap(Collection::stream)).doesNotHaveDuplicates();
    }
    assertThat(job.lineages())
        .isNotEmpty()
        .allSatisfy(
            lineage -> assertThat(lineage).containsOnlyOnce("ranges").doesNotContain("Union"));
  }

  private static Map<String, String> segmentsWith(String retention, long value) {
    return Map.of(
        "segment.bytes", Integer.toString(SEGMENT_BYTES), retention, Long.toString(value));
  }

  private static PlainLog newLog(String topic) {
    KAFKA.create(topic, 1);
    return log(topic, 0);
  }

  private static PlainLog log(String topic, int partition) {
    return new PlainLog(KAFKA.server(), new TopicPartition(topic, partition));
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", KAFKA.server()));
  }
}
