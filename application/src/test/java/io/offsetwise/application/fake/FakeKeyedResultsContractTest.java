package io.offsetwise.application.fake;

import io.offsetwise.application.contract.KeyedResultsContract;
import io.offsetwise.application.contract.StoreFixture;

class FakeKeyedResultsContractTest extends KeyedResultsContract<FakeResult> {

  @Override
  protected StoreFixture<FakeResult> fixture() {
    return new FakeStoreFixture();
  }
}
