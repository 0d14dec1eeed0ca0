package io.offsetwise.domain.guarantee;

import static io.offsetwise.domain.guarantee.SaveStep.KEYED_RESULTS;
import static io.offsetwise.domain.guarantee.SaveStep.OFFSETS;
import static io.offsetwise.domain.guarantee.SaveStep.RESULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SavePlanTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "AT_MOST_ONCE               | {offsets}, {results}",
        "AT_LEAST_ONCE              | {results}, {offsets}",
        "IDEMPOTENT_EXACTLY_ONCE    | {results under a natural unique key}, {offsets}",
        "TRANSACTIONAL_EXACTLY_ONCE | {offsets, results}",
      })
  void aGuaranteeIsAListOfCommits(DeliveryGuarantee guarantee, String plan) {
    assertThat(guarantee.plan()).hasToString(plan);
  }

  @ParameterizedTest
  @CsvSource({
    "AT_MOST_ONCE,               true,  false",
    "AT_LEAST_ONCE,              false, false",
    "IDEMPOTENT_EXACTLY_ONCE,    false, false",
    "TRANSACTIONAL_EXACTLY_ONCE, true,  true",
  })
  void tellsWhatIsCommittedFirst(
      DeliveryGuarantee guarantee, boolean offsetsFirst, boolean together) {
    assertThat(guarantee.plan())
        .returns(offsetsFirst, SavePlan::savesOffsetsFirst)
        .returns(together, SavePlan::savesTogether);
  }

  @ParameterizedTest
  @EnumSource
  void onlyAtMostOnceWritesResultsAfterOffsets(DeliveryGuarantee guarantee) {
    assertThat(guarantee.plan().resultsAfterOffsets())
        .isEqualTo(
            guarantee == DeliveryGuarantee.AT_MOST_ONCE
                ? Optional.of(Commit.of(SaveStep.RESULTS))
                : Optional.empty());
  }

  @ParameterizedTest(name = "{0} at {1}: restart {2}, retry {3}")
  @CsvSource({
    "AT_MOST_ONCE,               BEFORE_FIRST_COMMIT, INTACT,   INTACT",
    "AT_MOST_ONCE,               BETWEEN_COMMITS,     LOST,     LOST",
    "AT_MOST_ONCE,               AFTER_LAST_COMMIT,   INTACT,   INTACT",
    "AT_LEAST_ONCE,              BEFORE_FIRST_COMMIT, INTACT,   INTACT",
    "AT_LEAST_ONCE,              BETWEEN_COMMITS,     REPEATED, REPEATED",
    "AT_LEAST_ONCE,              AFTER_LAST_COMMIT,   INTACT,   REPEATED",
    "IDEMPOTENT_EXACTLY_ONCE,    BEFORE_FIRST_COMMIT, INTACT,   INTACT",
    "IDEMPOTENT_EXACTLY_ONCE,    BETWEEN_COMMITS,     INTACT,   INTACT",
    "IDEMPOTENT_EXACTLY_ONCE,    AFTER_LAST_COMMIT,   INTACT,   INTACT",
    "TRANSACTIONAL_EXACTLY_ONCE, BEFORE_FIRST_COMMIT, INTACT,   INTACT",
    "TRANSACTIONAL_EXACTLY_ONCE, INSIDE_TRANSACTION,  INTACT,   INTACT",
    "TRANSACTIONAL_EXACTLY_ONCE, AFTER_LAST_COMMIT,   INTACT,   INTACT",
  })
  void predictsWhatACrashCauses(
      DeliveryGuarantee guarantee,
      FailurePoint point,
      CrashOutcome restarted,
      CrashOutcome retried) {
    assertThat(guarantee.plan().outcomeOf(point)).as("restart").isEqualTo(restarted);
    assertThat(guarantee.plan().outcomeOfRetry(point)).as("retry").isEqualTo(retried);
  }

  @Test
  void passesItsFailurePointsInOrder() {
    assertThat(DeliveryGuarantee.AT_MOST_ONCE.plan().failurePoints())
        .containsExactly(
            FailurePoint.BEFORE_FIRST_COMMIT,
            FailurePoint.BETWEEN_COMMITS,
            FailurePoint.AFTER_LAST_COMMIT);
    assertThat(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan().failurePoints())
        .containsExactly(
            FailurePoint.BEFORE_FIRST_COMMIT,
            FailurePoint.INSIDE_TRANSACTION,
            FailurePoint.AFTER_LAST_COMMIT);
  }

  @Test
  void predictsNothingForAPointThatItNeverPasses() {
    SavePlan transactional = DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan();
    SavePlan atMostOnce = DeliveryGuarantee.AT_MOST_ONCE.plan();

    assertThatThrownBy(() -> transactional.outcomeOf(FailurePoint.BETWEEN_COMMITS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("{offsets, results} never passes between-commits");
    assertThatThrownBy(() -> atMostOnce.outcomeOfRetry(FailurePoint.INSIDE_TRANSACTION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("{offsets}, {results} never passes inside-transaction");
  }

  @Test
  void predictsForAPlanThatNoGuaranteeHasYet() {
    SavePlan keyedTransaction = SavePlan.of(Commit.of(OFFSETS, KEYED_RESULTS));

    assertThat(keyedTransaction.failurePoints())
        .allSatisfy(
            point ->
                assertThat(keyedTransaction.outcomeOfRetry(point)).isEqualTo(CrashOutcome.INTACT));
  }

  @ParameterizedTest
  @MethodSource("notPlans")
  void savesResultsOnceAndOffsetsAtMostOnce(List<Commit> commits) {
    assertThatThrownBy(() -> new SavePlan(commits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a plan saves results once, and offsets at most once: ");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "AT_LEAST_ONCE           | {results}                            | REPEATED",
        "IDEMPOTENT_EXACTLY_ONCE | {results under a natural unique key} | INTACT",
      })
  void leavesOffsetsToAnEngineThatWritesThem(
      DeliveryGuarantee guarantee, String commits, CrashOutcome onceDurable) {
    SavePlan plan = guarantee.planFor(OffsetStorage.CHECKPOINT);

    assertThat(guarantee.planFor(OffsetStorage.KAFKA_ASYNC)).isEqualTo(plan);
    assertThat(plan).hasToString(commits).returns(false, SavePlan::savesOffsets);
    assertThat(plan.failurePoints())
        .containsExactly(FailurePoint.BEFORE_FIRST_COMMIT, FailurePoint.AFTER_LAST_COMMIT);
    assertThat(plan.outcomeOf(FailurePoint.BEFORE_FIRST_COMMIT)).isEqualTo(CrashOutcome.INTACT);
    assertThat(plan.outcomeOf(FailurePoint.AFTER_LAST_COMMIT)).isEqualTo(onceDurable);
    assertThat(plan.outcomeOfRetry(FailurePoint.AFTER_LAST_COMMIT)).isEqualTo(onceDurable);
    assertThat(plan.outcomeOfEarlierSaves()).isEqualTo(onceDurable);
    assertThat(plan.midSave()).isEqualTo(FailurePoint.AFTER_LAST_COMMIT);
  }

  @ParameterizedTest
  @EnumSource(DeliveryGuarantee.class)
  void savesOffsetsItselfWhereNoEngineDoes(DeliveryGuarantee guarantee) {
    assertThat(List.of(OffsetStorage.OWN, OffsetStorage.KAFKA))
        .allSatisfy(storage -> assertThat(guarantee.planFor(storage)).isEqualTo(guarantee.plan()));
    assertThat(guarantee.plan().savesOffsets()).isTrue();
    assertThat(guarantee.plan().outcomeOfEarlierSaves()).isEqualTo(CrashOutcome.INTACT);
  }

  @ParameterizedTest
  @CsvSource({
    "AT_MOST_ONCE,               BETWEEN_COMMITS",
    "AT_LEAST_ONCE,              BETWEEN_COMMITS",
    "IDEMPOTENT_EXACTLY_ONCE,    BETWEEN_COMMITS",
    "TRANSACTIONAL_EXACTLY_ONCE, INSIDE_TRANSACTION",
  })
  void isHalfDoneAtOnePoint(DeliveryGuarantee guarantee, FailurePoint point) {
    assertThat(guarantee.plan().midSave()).isEqualTo(point);
  }

  @Test
  void oneTransactionCannotLeaveItsOffsetsToTheEngine() {
    assertThatThrownBy(
            () -> DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.planFor(OffsetStorage.CHECKPOINT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("{offsets, results} cannot leave its offsets to somebody else");
  }

  private static Stream<List<Commit>> notPlans() {
    return Stream.of(
        List.of(),
        List.of(Commit.of(OFFSETS)),
        List.of(Commit.of(OFFSETS), Commit.of(OFFSETS)),
        List.of(Commit.of(RESULTS), Commit.of(KEYED_RESULTS)),
        List.of(Commit.of(OFFSETS, RESULTS), Commit.of(RESULTS)));
  }

  @Test
  void aCommitHoldsDifferentSteps() {
    assertThatThrownBy(() -> Commit.of())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a commit needs one or more different steps: []");
    assertThatThrownBy(() -> Commit.of(OFFSETS, OFFSETS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a commit needs one or more different steps: [OFFSETS, OFFSETS]");
  }

  @Test
  void aCommitOfSeveralStepsIsJoint() {
    assertThat(Commit.of(OFFSETS).isJoint()).isFalse();
    assertThat(Commit.of(OFFSETS, RESULTS).isJoint()).isTrue();
  }

  @Test
  void offsetsComeFirstInASharedCommit() {
    assertThat(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan().commits().get(0).steps())
        .containsExactly(OFFSETS, RESULTS);
    assertThatThrownBy(() -> Commit.of(RESULTS, OFFSETS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("offsets come first in a shared commit: [RESULTS, OFFSETS]");
  }
}
