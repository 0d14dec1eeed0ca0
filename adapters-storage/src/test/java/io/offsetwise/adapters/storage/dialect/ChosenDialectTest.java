package io.offsetwise.adapters.storage.dialect;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;

/** The dialect of the database that was chosen for this run of the tests. */
class ChosenDialectTest extends DialectContract {

  @Override
  protected JdbcSettings emptyDatabase() {
    return TestDatabase.empty();
  }
}
