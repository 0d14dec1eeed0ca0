package io.offsetwise.application.crash;

import io.offsetwise.application.wire.CommitLoss;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One cell of the matrix.
 *
 * @param commit which commit of the plan is lost, from 0
 */
record LostCommitCell(DeliveryGuarantee guarantee, SaveScope scope, int commit, CommitLoss loss) {

  static List<LostCommitCell> all() {
    return Arrays.stream(DeliveryGuarantee.values()).flatMap(LostCommitCell::of).toList();
  }

  private static Stream<LostCommitCell> of(DeliveryGuarantee guarantee) {
    return IntStream.range(0, guarantee.plan().commits().size())
        .boxed()
        .flatMap(
            commit ->
                Arrays.stream(SaveScope.values())
                    .flatMap(
                        scope ->
                            Arrays.stream(CommitLoss.values())
                                .map(loss -> new LostCommitCell(guarantee, scope, commit, loss))));
  }

  /** The failure point that the save passes before the lost commit. */
  FailurePoint before() {
    return commit == 0 ? FailurePoint.BEFORE_FIRST_COMMIT : FailurePoint.BETWEEN_COMMITS;
  }

  /** Of the save whose commit is lost. */
  CrashOutcome predicted() {
    return loss.outcomeOfRetry(guarantee.plan(), commit);
  }

  /** Of the other saves of its batch, which are done again although nothing was wrong. */
  CrashOutcome predictedBesideIt() {
    return guarantee.plan().outcomeOfRetry(FailurePoint.AFTER_LAST_COMMIT);
  }
}
