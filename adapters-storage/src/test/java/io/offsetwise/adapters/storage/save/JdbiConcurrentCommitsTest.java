package io.offsetwise.adapters.storage.save;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.WalletStore;
import io.offsetwise.application.contract.ConcurrentCommitsContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.wallet.WalletResult;

class JdbiConcurrentCommitsTest extends ConcurrentCommitsContract<WalletResult> {

  @Override
  protected StoreFixture<WalletResult> fixture() {
    return WalletStore.in(TestDatabase.inMemory());
  }
}
