package io.offsetwise.adapters.storage.dialect;

import io.offsetwise.adapters.storage.fixture.TestDatabase;

class OtherDialectStoresTest extends StoresContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.migrated(OtherDatabases.empty());
  }
}
