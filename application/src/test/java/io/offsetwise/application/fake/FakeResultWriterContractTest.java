package io.offsetwise.application.fake;

import io.offsetwise.application.contract.ResultWriterContract;
import io.offsetwise.application.contract.StoreFixture;

class FakeResultWriterContractTest extends ResultWriterContract<FakeResult> {

  @Override
  protected StoreFixture<FakeResult> fixture() {
    return new FakeStoreFixture();
  }
}
