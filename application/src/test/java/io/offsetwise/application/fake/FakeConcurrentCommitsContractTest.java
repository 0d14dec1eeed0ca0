package io.offsetwise.application.fake;

import io.offsetwise.application.contract.ConcurrentCommitsContract;
import io.offsetwise.application.contract.StoreFixture;

class FakeConcurrentCommitsContractTest extends ConcurrentCommitsContract<FakeResult> {

  @Override
  protected StoreFixture<FakeResult> fixture() {
    return new FakeStoreFixture();
  }
}
