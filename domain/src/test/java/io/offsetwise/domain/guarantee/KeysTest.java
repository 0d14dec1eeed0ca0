package io.offsetwise.domain.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words that configuration, JSON and documentation rely on. */
class KeysTest {

  @Test
  void areTheStableNames() {
    assertThat(Stream.of(DeliveryGuarantee.values()).map(DeliveryGuarantee::key))
        .containsExactly(
            "at-most-once",
            "at-least-once",
            "idempotent-exactly-once",
            "transactional-exactly-once");
    assertThat(Stream.of(FailurePoint.values()).map(FailurePoint::key))
        .containsExactly(
            "before-first-commit", "inside-transaction", "between-commits", "after-last-commit");
    assertThat(Stream.of(CommittedSteps.values()).map(CommittedSteps::key))
        .containsExactly("offsets", "results", "both", "neither");
    assertThat(Stream.of(SaveScope.values()).map(SaveScope::key))
        .containsExactly("batch", "partition");
    assertThat(Stream.of(OffsetStorage.values()).map(OffsetStorage::key))
        .containsExactly("own", "kafka", "kafka-async", "checkpoint");
    assertThat(Stream.of(ResultKind.values()).map(ResultKind::key))
        .containsExactly("keyed", "accumulated", "windowed");
    assertThat(Stream.of(CrashOutcome.values()).map(CrashOutcome::key))
        .containsExactly("intact", "lost", "repeated");
  }

  @Test
  void comeWithWordsForPeople() {
    assertThat(Stream.of(FailurePoint.values()).map(FailurePoint::meaning))
        .doesNotHaveDuplicates()
        .contains("first commit durable, second not begun");
    assertThat(Stream.of(SaveScope.values()).map(SaveScope::label))
        .containsExactly("per batch on the driver", "per partition on the executors");
    assertThat(Stream.of(OffsetStorage.values()).map(OffsetStorage::label))
        .containsExactly(
            "the own store",
            "Kafka's group offsets",
            "Kafka's group offsets by commitAsync",
            "Spark's checkpoint");
    assertThat(Stream.of(ResultKind.values()).map(ResultKind::label))
        .containsExactly(
            "one row under a natural unique key",
            "counters, balances",
            "what the newest batches hold together");
  }
}
