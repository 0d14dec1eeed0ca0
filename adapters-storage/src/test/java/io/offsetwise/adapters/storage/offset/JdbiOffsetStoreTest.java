package io.offsetwise.adapters.storage.offset;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.WalletStore;
import io.offsetwise.application.contract.OffsetStoreContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.wallet.WalletResult;

class JdbiOffsetStoreTest extends OffsetStoreContract<WalletResult> {

  @Override
  protected StoreFixture<WalletResult> fixture() {
    return WalletStore.in(TestDatabase.inMemory());
  }
}
