package io.offsetwise.adapters.storage.dialect;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestStore;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.application.contract.AuditedStoreContract;
import io.offsetwise.application.contract.CommitStoreContract;
import io.offsetwise.application.contract.ConcurrentCommitsContract;
import io.offsetwise.application.contract.KeyedResultsContract;
import io.offsetwise.application.contract.OffsetStoreContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.contract.StoreProviderContract;
import org.junit.jupiter.api.Nested;

/** All contracts of stores, on databases of one kind. */
public abstract class StoresContract {

  /** A new database with the whole schema. */
  protected abstract TestDatabase database();

  @Nested
  class Offsets extends OffsetStoreContract<TestRow> {
    @Override
    protected StoreFixture<TestRow> fixture() {
      return TestStore.in(database());
    }
  }

  @Nested
  class Commits extends CommitStoreContract<TestRow> {
    @Override
    protected StoreFixture<TestRow> fixture() {
      return TestStore.in(database());
    }
  }

  @Nested
  class Rivals extends ConcurrentCommitsContract<TestRow> {
    @Override
    protected StoreFixture<TestRow> fixture() {
      return TestStore.in(database());
    }
  }

  @Nested
  class Providers extends StoreProviderContract<TestRow> {
    @Override
    protected StoreFixture<TestRow> fixture() {
      return TestStore.in(database());
    }
  }

  @Nested
  class Keys extends KeyedResultsContract<TestRow> {
    @Override
    protected StoreFixture<TestRow> fixture() {
      return TestStore.in(database(), TestTables.KEYED);
    }
  }

  @Nested
  class Audits extends AuditedStoreContract<TestRow> {
    @Override
    protected StoreFixture<TestRow> fixture() {
      return TestStore.in(database());
    }
  }
}
