package io.offsetwise.adapters.storage.wallet;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.WalletStore;
import io.offsetwise.application.contract.ResultWriterContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.wallet.WalletResult;

class AppendOnlyLedgerTest extends ResultWriterContract<WalletResult> {

  @Override
  protected StoreFixture<WalletResult> fixture() {
    return WalletStore.in(TestDatabase.inMemory());
  }
}
