package io.offsetwise.adapters.storage.dialect;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.WalletStore;
import io.offsetwise.adapters.storage.wallet.LedgerKey;
import io.offsetwise.application.contract.AuditedStoreContract;
import io.offsetwise.application.contract.CommitStoreContract;
import io.offsetwise.application.contract.ConcurrentCommitsContract;
import io.offsetwise.application.contract.KeyedResultsContract;
import io.offsetwise.application.contract.OffsetStoreContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.contract.StoreProviderContract;
import io.offsetwise.application.wallet.WalletResult;
import org.junit.jupiter.api.Nested;

/** All contracts of stores, on databases of one kind. */
public abstract class StoresContract {

  /** A new database with the whole schema. */
  protected abstract TestDatabase database();

  @Nested
  class Offsets extends OffsetStoreContract<WalletResult> {
    @Override
    protected StoreFixture<WalletResult> fixture() {
      return WalletStore.in(database());
    }
  }

  @Nested
  class Commits extends CommitStoreContract<WalletResult> {
    @Override
    protected StoreFixture<WalletResult> fixture() {
      return WalletStore.in(database());
    }
  }

  @Nested
  class Rivals extends ConcurrentCommitsContract<WalletResult> {
    @Override
    protected StoreFixture<WalletResult> fixture() {
      return WalletStore.in(database());
    }
  }

  @Nested
  class Providers extends StoreProviderContract<WalletResult> {
    @Override
    protected StoreFixture<WalletResult> fixture() {
      return WalletStore.in(database());
    }
  }

  @Nested
  class Keys extends KeyedResultsContract<WalletResult> {
    @Override
    protected StoreFixture<WalletResult> fixture() {
      return WalletStore.in(database(), LedgerKey.PAYMENT);
    }
  }

  @Nested
  class Audits extends AuditedStoreContract<WalletResult> {
    @Override
    protected StoreFixture<WalletResult> fixture() {
      return WalletStore.in(database());
    }
  }
}
