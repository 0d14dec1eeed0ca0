package io.offsetwise.application.fake;

import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.guarantee.StreamSaving;

/** How a stream of a test is saved. */
public final class FakeSaving {

  private FakeSaving() {}

  /** Under this guarantee, with keyed results and the offsets beside them. */
  public static StreamSaving of(DeliveryGuarantee guarantee) {
    return new StreamSaving(
        Combination.inDatabase(guarantee, SaveScope.PARTITION, OffsetStorage.OWN, ResultKind.KEYED),
        "here");
  }
}
