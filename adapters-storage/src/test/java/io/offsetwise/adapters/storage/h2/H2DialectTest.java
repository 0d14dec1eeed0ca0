package io.offsetwise.adapters.storage.h2;

import io.offsetwise.adapters.storage.dialect.DialectContract;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;

class H2DialectTest extends DialectContract {

  @Override
  protected JdbcSettings emptyDatabase() {
    return TestDatabase.emptyInMemory();
  }
}
