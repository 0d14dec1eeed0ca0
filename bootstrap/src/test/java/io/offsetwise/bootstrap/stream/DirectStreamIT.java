package io.offsetwise.bootstrap.stream;

import static io.offsetwise.bootstrap.stream.TestedStream.resultsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.SessionEnd;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectStreamIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark();

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final Duration SELDOM = Duration.ofMinutes(10);
  private static final Duration OFTEN = Duration.ofMillis(200);

  @ParameterizedTest
  @CsvSource({
    "TRANSACTIONAL_EXACTLY_ONCE, PARTITION",
    "TRANSACTIONAL_EXACTLY_ONCE, BATCH",
    "IDEMPOTENT_EXACTLY_ONCE, PARTITION",
    "IDEMPOTENT_EXACTLY_ONCE, BATCH",
    "AT_LEAST_ONCE, PARTITION",
    "AT_LEAST_ONCE, BATCH",
    "AT_MOST_ONCE, PARTITION",
    "AT_MOST_ONCE, BATCH"
  })
  void everyRecordOfTwoTopicsIsSavedOnce(DeliveryGuarantee guarantee, SaveScope scope)
      throws Exception {
    String wide = "wide-" + guarantee + "-" + scope;
    String narrow = "narrow-" + guarantee + "-" + scope;
    KAFKA.create(wide, 5);
    KAFKA.create(narrow, 1);
    List<String> expected = new ArrayList<>();
    for (int partition = 0; partition < 5; partition++) {
      // partition 4 stays empty
      int records = 40 - 10 * partition;
      KAFKA.append(wide, partition, records);
      expected.addAll(resultsOf(wide, partition, records));
    }
    KAFKA.append(narrow, 0, 5);
    expected.addAll(resultsOf(narrow, 0, 5));

    try (TestedStream stream = new TestedStream(KAFKA.connection(), guarantee, wide, narrow)) {
      RunningLoop loop =
          RunningLoop.start(
              stream,
              stream.engine(SPARK.context(), PlaceJob.faultless(), scope),
              RunLimit.UNTIL_CAUGHT_UP,
              SELDOM);

      assertThat(loop.end()).isEqualTo(SessionEnd.CAUGHT_UP);
      assertThat(stream.results()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(loop.progress().records()).isEqualTo(105);
      assertThat(stream.positions())
          .containsEntry(new TopicPartition(wide, 0), 40L)
          .containsEntry(new TopicPartition(wide, 4), 0L)
          .containsEntry(new TopicPartition(narrow, 0), 5L);
    }
  }

  @Test
  void theRateLimitBoundsABatchAndEmptyBatchesAreNotSaved() throws Exception {
    KAFKA.create("limited", 1);
    KAFKA.append("limited", 0, 100);

    try (TestedStream stream = transactional("limited")) {
      RunningLoop loop =
          RunningLoop.start(stream, engine(stream), RunLimit.UNTIL_CAUGHT_UP, SELDOM);

      assertThat(loop.end()).isEqualTo(SessionEnd.CAUGHT_UP);
      // 100 records a second, in batches of 200 ms
      assertThat(loop.batches())
          .hasSize(5)
          .allSatisfy(batch -> assertThat(batch.records()).isEqualTo(20));
    }
  }

  @Test
  void anAddedPartitionIsReadFromItsFirstRecordByTheNextSession() throws Exception {
    KAFKA.create("widening", 1);
    KAFKA.append("widening", 0, 30);

    try (TestedStream stream = transactional("widening")) {
      RunningLoop loop = RunningLoop.start(stream, engine(stream), RunLimit.UNTIL_STOPPED, OFTEN);
      Awaitility.await().atMost(BOUND).until(() -> loop.progress().records() == 30);
      KAFKA.expand("widening", 2);
      KAFKA.append("widening", 1, 20);
      KAFKA.append("widening", 0, 10);
      Awaitility.await().atMost(BOUND).until(() -> loop.progress().records() == 60);
      loop.requestStop();

      assertThat(loop.end()).isEqualTo(SessionEnd.STOP_REQUESTED);
      assertThat(loop.sessions()).hasSize(2);
      List<String> expected = new ArrayList<>(resultsOf("widening", 0, 40));
      expected.addAll(resultsOf("widening", 1, 20));
      assertThat(stream.results()).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void aSecondRunOnTheSameSparkGoesOnWhereTheFirstStopped() throws Exception {
    KAFKA.create("resumed", 2);
    try (TestedStream stream = transactional("resumed")) {
      for (int run = 1; run <= 2; run++) {
        KAFKA.append("resumed", 0, 15);
        KAFKA.append("resumed", 1, 25);
        RunningLoop.start(stream, engine(stream), RunLimit.UNTIL_CAUGHT_UP, SELDOM).end();
      }

      List<String> expected = new ArrayList<>(resultsOf("resumed", 0, 30));
      expected.addAll(resultsOf("resumed", 1, 50));
      assertThat(stream.results()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(stream.positions())
          .isEqualTo(
              Map.of(new TopicPartition("resumed", 0), 30L, new TopicPartition("resumed", 1), 50L));
    }
  }

  private static TestedStream transactional(String topic) {
    return new TestedStream(
        KAFKA.connection(), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, topic);
  }

  private static StreamEngine engine(TestedStream stream) {
    return stream.engine(SPARK.context(), PlaceJob.faultless(), SaveScope.PARTITION);
  }
}
