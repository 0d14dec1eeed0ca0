package io.offsetwise.domain.guarantee;

import static io.offsetwise.domain.guarantee.SaveStep.KEYED_RESULTS;
import static io.offsetwise.domain.guarantee.SaveStep.OFFSETS;
import static io.offsetwise.domain.guarantee.SaveStep.RESULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    SavePlan keyedTransaction = SavePlan.of(Commit.of(KEYED_RESULTS, OFFSETS));

    assertThat(keyedTransaction.failurePoints())
        .allSatisfy(
            point ->
                assertThat(keyedTransaction.outcomeOfRetry(point)).isEqualTo(CrashOutcome.INTACT));
  }

  @ParameterizedTest
  @MethodSource("notPlans")
  void savesOffsetsOnceAndResultsOnce(List<Commit> commits) {
    assertThatThrownBy(() -> new SavePlan(commits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a plan saves offsets once and results once: ");
  }

  private static Stream<List<Commit>> notPlans() {
    return Stream.of(
        List.of(),
        List.of(Commit.of(OFFSETS)),
        List.of(Commit.of(RESULTS)),
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
  }
}
