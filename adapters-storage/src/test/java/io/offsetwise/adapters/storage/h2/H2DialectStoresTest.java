package io.offsetwise.adapters.storage.h2;

import io.offsetwise.adapters.storage.dialect.StoresContract;
import io.offsetwise.adapters.storage.fixture.TestDatabase;

class H2DialectStoresTest extends StoresContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.inMemory();
  }
}
