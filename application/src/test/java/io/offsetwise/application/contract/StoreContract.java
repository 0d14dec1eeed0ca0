package io.offsetwise.application.contract;

import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.guarantee.SaveStep;
import java.util.Iterator;

/**
 * What the contracts of a store of offsets and results have in common.
 *
 * @param <R> any kind of result that the store can write
 */
abstract class StoreContract<R> extends OffsetsContract<R, StoreFixture<R>> {

  static final Commit JOINT = Commit.of(SaveStep.OFFSETS, SaveStep.RESULTS);

  /** What the history keeps of such a commit. */
  static final RecordedCommit RECORDED =
      RecordedCommit.of(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan(), JOINT);

  final Iterator<R> results(String... keys) {
    return Results.of(store, keys);
  }
}
