package io.offsetwise.adapters.storage.wallet;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.WalletStore;
import io.offsetwise.application.contract.KeyedResultsContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.wallet.WalletResult;

class KeyedLedgerTest extends KeyedResultsContract<WalletResult> {

  @Override
  protected StoreFixture<WalletResult> fixture() {
    return WalletStore.in(TestDatabase.inMemory(), LedgerKey.PAYMENT);
  }
}
