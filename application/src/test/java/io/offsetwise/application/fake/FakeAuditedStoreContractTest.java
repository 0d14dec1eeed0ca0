package io.offsetwise.application.fake;

import io.offsetwise.application.contract.AuditedStoreContract;
import io.offsetwise.application.contract.StoreFixture;

class FakeAuditedStoreContractTest extends AuditedStoreContract<FakeResult> {

  @Override
  protected StoreFixture<FakeResult> fixture() {
    return new FakeStoreFixture();
  }
}
