package io.offsetwise.application.contract;

import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.SaveStep;
import java.util.Iterator;

/**
 * What the contracts of a store of offsets and results have in common.
 *
 * @param <R> any kind of result that the store can write
 */
abstract class StoreContract<R> extends OffsetsContract<R, StoreFixture<R>> {

  static final Commit JOINT = Commit.of(SaveStep.OFFSETS, SaveStep.RESULTS);

  final Iterator<R> results(String... keys) {
    return Results.of(store, keys);
  }
}
