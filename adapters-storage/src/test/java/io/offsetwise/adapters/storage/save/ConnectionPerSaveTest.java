package io.offsetwise.adapters.storage.save;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestStore;
import io.offsetwise.adapters.storage.jdbc.ConnectionChoice;
import io.offsetwise.application.contract.CommitStoreContract;
import io.offsetwise.application.contract.StoreFixture;

/** The notes' other way keeps the same promises. */
class ConnectionPerSaveTest extends CommitStoreContract<TestRow> {

  @Override
  protected StoreFixture<TestRow> fixture() {
    return TestStore.in(TestDatabase.create(settings -> settings.with(ConnectionChoice.PER_SAVE)));
  }
}
