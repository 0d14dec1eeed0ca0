package io.offsetwise.adapters.storage.dialect;

import io.offsetwise.adapters.storage.fixture.TestDatabase;

/** The stores in the database that was chosen for this run of the tests. */
class ChosenDialectStoresTest extends StoresContract {

  @Override
  protected TestDatabase database() {
    return TestDatabase.create();
  }
}
