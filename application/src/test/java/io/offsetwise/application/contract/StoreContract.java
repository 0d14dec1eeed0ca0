package io.offsetwise.application.contract;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.SaveTransaction;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.guarantee.SaveStep;
import java.util.Iterator;
import java.util.function.Function;

/**
 * What the contracts of a store of offsets and results have in common.
 *
 * @param <R> any kind of result that the store can write
 */
abstract class StoreContract<R> extends OffsetsContract<StoreFixture<R>> {

  static final Commit JOINT = Commit.of(SaveStep.OFFSETS, SaveStep.RESULTS);

  /** What the history keeps of such a commit. */
  static final RecordedCommit RECORDED =
      RecordedCommit.of(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan(), JOINT);

  final CommitDecision commit(Commit commit, Function<SaveTransaction<R>, CommitDecision> work) {
    return store.commit(STREAM, commit, work);
  }

  final Iterator<R> results(String... keys) {
    return Results.of(store, keys);
  }
}
