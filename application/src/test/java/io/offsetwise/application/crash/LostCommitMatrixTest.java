package io.offsetwise.application.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.wire.CommitLoss;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.BatchRanges;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody knows whether a commit is durable, the batch is saved again, and the stream goes on. */
class LostCommitMatrixTest {

  /** Seven commits of four plans, two scopes, three losses. */
  private static final int CELLS = 7 * 2 * 3;

  /**
   * Between whichever statements a late request comes, when somebody waits for it, or after all.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void whatIsObservedIsWhatThePlanPredictsOfARetry(LostCommitCell cell) {
    int statements = 0;
    while (goesOnAsPredicted(cell, statements)) {
      statements++;
    }
    assertThat(statements > 0)
        .as("it came between two statements")
        .isEqualTo(cell.loss() == CommitLoss.REQUEST_LATE);
  }

  private static boolean goesOnAsPredicted(LostCommitCell cell, int statementsBeforeArrival) {
    LostCommitRun run = new LostCommitRun(cell, statementsBeforeArrival);

    boolean came = run.goesOn();

    BatchRanges hit =
        cell.scope() == SaveScope.BATCH ? run.batch() : BatchRanges.of(LostCommitRun.VICTIM);
    assertThat(run.warnings()).hasSize(1);
    assertThat(run.fates(hit).ofTheHit()).as("the lost save").containsExactly(cell.predicted());
    assertThat(run.fates(beside(hit, run.batch())).ofTheHit())
        .as("other saves of its batch")
        .isEqualTo(cell.scope() == SaveScope.BATCH ? List.of() : List.of(cell.predictedBesideIt()));
    assertThat(run.fates(run.batch()).ofTheOthers())
        .as("all other records")
        .containsExactly(CrashOutcome.INTACT);
    return came;
  }

  private static BatchRanges beside(BatchRanges hit, BatchRanges batch) {
    return new BatchRanges(
        batch.ranges().stream().filter(range -> !hit.ranges().contains(range)).toList());
  }

  @Test
  void theMatrixIsComplete() {
    assertThat(LostCommitCell.all()).hasSize(CELLS).doesNotHaveDuplicates();
  }

  private static List<LostCommitCell> cells() {
    return LostCommitCell.all();
  }
}
