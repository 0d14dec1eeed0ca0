package io.offsetwise.adapters.storage.dialect;

import io.offsetwise.adapters.storage.fixture.OnH2;
import io.offsetwise.adapters.storage.fixture.TestDatabase;

@OnH2
class OtherDialectStoresTest extends StoresContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.migrated(OtherDatabases.empty());
  }
}
