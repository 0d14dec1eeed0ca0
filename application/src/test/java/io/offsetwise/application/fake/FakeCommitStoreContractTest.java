package io.offsetwise.application.fake;

import io.offsetwise.application.contract.CommitStoreContract;
import io.offsetwise.application.contract.StoreFixture;

class FakeCommitStoreContractTest extends CommitStoreContract<FakeResult> {

  @Override
  protected StoreFixture<FakeResult> fixture() {
    return new FakeStoreFixture();
  }
}
