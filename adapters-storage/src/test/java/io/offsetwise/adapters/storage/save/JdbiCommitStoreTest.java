package io.offsetwise.adapters.storage.save;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.WalletStore;
import io.offsetwise.application.contract.CommitStoreContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.wallet.WalletResult;

class JdbiCommitStoreTest extends CommitStoreContract<WalletResult> {

  @Override
  protected StoreFixture<WalletResult> fixture() {
    return WalletStore.in(TestDatabase.inMemory());
  }
}
