package io.offsetwise.application.defence;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.control.BrokenOffsets;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.guarantee.CrashOutcome;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table "What breaks without each defence" of {@code docs/guarantees.md}, a row a method. */
class RemovedDefencesTest {

  @Test
  void guard() {
    requireStopped(Scenario.SLOW_COPY, StopReason.OUT_OF_ORDER);
    requireHarmed(
        Scenario.SLOW_COPY,
        Collaborators.STANDARD.withStore(BrokenOffsets.BLIND_WRITE::store),
        CrashOutcome.REPEATED);
  }

  @Test
  void alreadyAppliedAnswer() {
    requireStopped(Scenario.SECOND_ATTEMPT);
    requireHarmed(
        Scenario.SECOND_ATTEMPT,
        Collaborators.STANDARD.withDefences(LeakyDefences.WITHOUT_ALREADY_APPLIED),
        CrashOutcome.REPEATED);
  }

  @Test
  void epoch() {
    requireStopped(Scenario.TAKEN_OVER, StopReason.FENCED);
    requireHarmed(
        Scenario.TAKEN_OVER,
        Collaborators.STANDARD.withStore(BrokenOffsets.WITHOUT_EPOCH::store),
        CrashOutcome.REPEATED);
  }

  @Test
  void topicId() {
    requireStopped(Scenario.RECREATED_TOPIC, StopReason.TOPIC_RECREATED);
    requireHarmed(
        Scenario.RECREATED_TOPIC,
        Collaborators.STANDARD.withDefences(LeakyDefences.WITHOUT_TOPIC_ID),
        CrashOutcome.LOST);
  }

  /** Asked for too early, it says nothing of the records that are read after it. */
  @Test
  void topicIdAfterTheLastRecord() {
    requireStopped(Scenario.RECREATED_WHILE_READING, StopReason.TOPIC_RECREATED);
    requireHarmed(
        Scenario.RECREATED_WHILE_READING,
        Collaborators.STANDARD.withDefences(LeakyDefences.TOPIC_ID_BEFORE_READING),
        CrashOutcome.REPEATED);
  }

  @Test
  void conformance() {
    requireStopped(Scenario.OVERSHOOTING_READ, StopReason.RECORD_OUT_OF_RANGE);
    requireHarmed(
        Scenario.OVERSHOOTING_READ,
        Collaborators.STANDARD.withDefences(LeakyDefences.WITHOUT_CONFORMANCE),
        CrashOutcome.REPEATED);
  }

  @Test
  void exhaustion() {
    requireStopped(Scenario.SWALLOWED_ERROR, StopReason.RECORDS_UNREAD);
    requireHarmed(
        Scenario.SWALLOWED_ERROR,
        Collaborators.STANDARD.withDefences(LeakyDefences.WITHOUT_EXHAUSTION),
        CrashOutcome.LOST);
  }

  @Test
  void latch() {
    requireStopped(Scenario.DATABASE_AWAY, StopReason.UNAVAILABLE, StopReason.EARLIER_FAILURE);
    requireHarmed(
        Scenario.DATABASE_AWAY,
        Collaborators.STANDARD.withGates(() -> Runnable::run),
        CrashOutcome.LOST);
  }

  /** With all defences no record is harmed; the stream stops for these reasons, or for none. */
  private static void requireStopped(Scenario scenario, StopReason... reasons) {
    assertThat(scenario.play(Collaborators.STANDARD))
        .isEqualTo(new Aftermath(List.of(reasons), Set.of()));
  }

  /** Without one of them the same scenario harms records, and in no other way. */
  private static void requireHarmed(Scenario scenario, Collaborators leaky, CrashOutcome harm) {
    assertThat(scenario.play(leaky).harm()).containsExactly(harm);
  }
}
