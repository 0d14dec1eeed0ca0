package io.offsetwise.application.fake;

import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.contract.StoreProviderContract;

class FakeStoreProviderContractTest extends StoreProviderContract<FakeResult> {

  @Override
  protected StoreFixture<FakeResult> fixture() {
    return new FakeStoreFixture();
  }
}
