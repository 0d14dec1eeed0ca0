package io.offsetwise.application.fake;

import io.offsetwise.application.contract.OffsetStoreContract;
import io.offsetwise.application.contract.StoreFixture;

class FakeOffsetStoreContractTest extends OffsetStoreContract<FakeResult> {

  @Override
  protected StoreFixture<FakeResult> fixture() {
    return new FakeStoreFixture();
  }
}
