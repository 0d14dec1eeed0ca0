package io.offsetwise.adapters.storage.local;

import io.offsetwise.adapters.storage.dialect.StoresContract;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The same over the wire. */
class ServedStoresIT extends StoresContract {

  @TempDir private static Path folder;
  private static LocalDatabase server;

  @BeforeAll
  static void start() {
    server = LocalDatabaseKind.H2.start(LocalDatabaseSettings.onAnyPort(folder));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected TestDatabase database() {
    return TestDatabase.migrated(server.client());
  }
}
