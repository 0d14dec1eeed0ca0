package io.offsetwise.bootstrap.laboratory.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.OffsetWriter;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CellChoiceTest {

  /** Three failure points on the driver, or in three tasks, and no crash. */
  private static final int CELLS_OF_GUARANTEE = (3 + 1) + (3 * 3 + 1);

  @Test
  void theCanonicalCellsAreOneForEachGuaranteeAndScope() {
    assertThat(names(CellChoice.CANONICAL))
        .containsExactly(
            "at-most-once batch own h2 plain between-commits",
            "at-most-once partition own h2 plain between-commits@task-middle",
            "at-least-once batch own h2 plain between-commits",
            "at-least-once partition own h2 plain between-commits@task-middle",
            "idempotent-exactly-once batch own h2 plain between-commits",
            "idempotent-exactly-once partition own h2 plain between-commits@task-middle",
            "transactional-exactly-once batch own h2 plain inside-transaction",
            "transactional-exactly-once partition own h2 plain inside-transaction@task-middle");
  }

  @Test
  void everythingIsEveryPointAtEveryPlaceAndNoCrash() {
    CellPlan plan = CellChoice.EVERYTHING.plan(CellChoiceTest::otherStorages);

    assertThat(plan.cells()).hasSize(4 * CELLS_OF_GUARANTEE).doesNotHaveDuplicates();
    assertThat(plan.cells()).extracting(Cell::stream).doesNotHaveDuplicates();
    assertThat(plan.refused()).hasSize(4 * 2 * 3).doesNotHaveDuplicates();
    assertThat(plan.refused()).extracting(RefusedVariant::because).containsOnly("not yet");
  }

  @Test
  void whatIsNotRefusedIsRun() {
    assertThat(CellChoice.EVERYTHING.plan(CellChoiceTest::nothing).cells())
        .extracting(cell -> cell.variant().storage())
        .filteredOn(storage -> storage.writer() == OffsetWriter.JOB)
        .hasSize(2 * 4 * CELLS_OF_GUARANTEE);
  }

  @Test
  void whereTheEngineSavesOffsetsThereIsOneCommit() {
    assertThat(
            namesOfAll(
                CellChoice.EVERYTHING
                    .withGuarantees(Set.of(DeliveryGuarantee.AT_LEAST_ONCE))
                    .withScopes(Set.of(SaveScope.BATCH))
                    .withStorages(Set.of(OffsetStorage.CHECKPOINT))))
        .containsExactly(
            "at-least-once batch checkpoint h2 plain before-first-commit",
            "at-least-once batch checkpoint h2 plain after-last-commit",
            "at-least-once batch checkpoint h2 plain none");
    assertThat(
            namesOfAll(
                CellChoice.CANONICAL
                    .withGuarantees(Set.of(DeliveryGuarantee.AT_LEAST_ONCE))
                    .withStorages(Set.of(OffsetStorage.KAFKA_ASYNC))))
        .containsExactly(
            "at-least-once batch kafka-async h2 plain after-last-commit",
            "at-least-once partition kafka-async h2 plain after-last-commit@task-middle");
  }

  @Test
  void eachFilterReplacesTheDefaultOnItsOwnAxis() {
    assertThat(
            names(
                CellChoice.CANONICAL
                    .withGuarantees(Set.of(DeliveryGuarantee.AT_LEAST_ONCE))
                    .withScopes(Set.of(SaveScope.PARTITION))
                    .withCrashes(
                        List.of(
                            CrashChoice.named("after-last-commit@task-last"),
                            CrashChoice.named("none")))))
        .containsExactly(
            "at-least-once partition own h2 plain after-last-commit@task-last",
            "at-least-once partition own h2 plain none");
  }

  @Test
  void eachDatabaseHasTheSameCells() {
    CellChoice chosen =
        CellChoice.CANONICAL
            .withGuarantees(Set.of(DeliveryGuarantee.AT_LEAST_ONCE))
            .withScopes(Set.of(SaveScope.BATCH));

    assertThat(names(chosen.withDatabases(Set.of(LocalDatabaseKind.values()))))
        .containsExactly(
            "at-least-once batch own h2 plain between-commits",
            "at-least-once batch own postgresql plain between-commits");
  }

  @Test
  void eachKindOfTopicHasTheSameCells() {
    CellChoice chosen =
        CellChoice.CANONICAL
            .withGuarantees(Set.of(DeliveryGuarantee.AT_LEAST_ONCE))
            .withScopes(Set.of(SaveScope.BATCH));

    assertThat(names(chosen.withTopics(Set.of(TopicKind.values()))))
        .containsExactly(
            "at-least-once batch own h2 plain between-commits",
            "at-least-once batch own h2 transactional between-commits",
            "at-least-once batch own h2 compacted between-commits");
  }

  @Test
  void nothingAskedForOnAnAxisLeavesTheDefault() {
    assertThat(
            CellChoice.CANONICAL
                .withGuarantees(Set.of())
                .withScopes(Set.of())
                .withStorages(Set.of())
                .withDatabases(Set.of())
                .withTopics(Set.of())
                .withCrashes(List.of()))
        .isEqualTo(CellChoice.CANONICAL);
  }

  @Test
  void aPointAloneMeansEveryPlace() {
    assertThat(
            names(
                CellChoice.CANONICAL
                    .withGuarantees(Set.of(DeliveryGuarantee.AT_MOST_ONCE))
                    .withCrashes(List.of(CrashChoice.named("before-first-commit")))))
        .containsExactly(
            "at-most-once batch own h2 plain before-first-commit",
            "at-most-once partition own h2 plain before-first-commit@task-first",
            "at-most-once partition own h2 plain before-first-commit@task-middle",
            "at-most-once partition own h2 plain before-first-commit@task-last");
  }

  @Test
  void aRefusedVariantIsListedOnceAndOnlyIfItsPlanPassesThePoint() {
    CellPlan plan =
        CellChoice.EVERYTHING
            .withStorages(Set.of(OffsetStorage.KAFKA))
            .withScopes(Set.of(SaveScope.BATCH))
            .withCrashes(List.of(CrashChoice.named("inside-transaction")))
            .plan(CellChoiceTest::otherStorages);

    assertThat(plan.cells()).isEmpty();
    assertThat(plan.refused())
        .extracting(refused -> refused.variant().guarantee())
        .containsExactly(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);
  }

  @Test
  void nothingMatchesAPointThatThePlanDoesNotPass() {
    assertThat(
            CellChoice.CANONICAL
                .withGuarantees(Set.of(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE))
                .withCrashes(List.of(CrashChoice.named("between-commits")))
                .plan(CellChoiceTest::nothing)
                .isEmpty())
        .isTrue();
  }

  @Test
  void aNameThatMeansNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CrashChoice.named("between-commits@task-second"))
        .withMessageContaining("between-commits@task-second");
  }

  @Test
  void thePredictionIsTheDomains() {
    List<Cell> cells =
        CellChoice.CANONICAL
            .withScopes(Set.of(SaveScope.BATCH))
            .plan(CellChoiceTest::nothing)
            .cells();

    assertThat(cells)
        .extracting(Cell::predicted)
        .containsExactly(
            CrashOutcome.LOST, CrashOutcome.REPEATED, CrashOutcome.INTACT, CrashOutcome.INTACT);
  }

  @Test
  void aTaskIsFirstInTheMiddleOrLast() {
    assertThat(CrashPlace.FIRST_TASK.isTaskOf(0, 6)).isTrue();
    assertThat(CrashPlace.MIDDLE_TASK.isTaskOf(3, 6)).isTrue();
    assertThat(CrashPlace.LAST_TASK.isTaskOf(5, 6)).isTrue();
    assertThat(CrashPlace.MIDDLE_TASK.isTaskOf(5, 6)).isFalse();
    assertThat(CrashPlace.DRIVER.isTaskOf(0, 1)).isFalse();
  }

  private static Optional<String> nothing(JobVariant any) {
    return Optional.empty();
  }

  private static Optional<String> otherStorages(JobVariant variant) {
    return Optional.of("not yet").filter(reason -> variant.storage() != OffsetStorage.OWN);
  }

  private static List<String> names(CellChoice choice) {
    return names(choice.plan(CellChoiceTest::otherStorages));
  }

  private static List<String> namesOfAll(CellChoice choice) {
    return names(choice.plan(CellChoiceTest::nothing));
  }

  private static List<String> names(CellPlan plan) {
    return plan.cells().stream().map(Cell::toString).toList();
  }
}
