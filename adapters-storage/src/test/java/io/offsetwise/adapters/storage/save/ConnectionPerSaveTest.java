package io.offsetwise.adapters.storage.save;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.WalletStore;
import io.offsetwise.adapters.storage.jdbc.ConnectionChoice;
import io.offsetwise.application.contract.CommitStoreContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.wallet.WalletResult;

/** The notes' other way keeps the same promises. */
class ConnectionPerSaveTest extends CommitStoreContract<WalletResult> {

  @Override
  protected StoreFixture<WalletResult> fixture() {
    return WalletStore.in(
        TestDatabase.migrated(TestDatabase.emptyInMemory().with(ConnectionChoice.PER_SAVE)));
  }
}
