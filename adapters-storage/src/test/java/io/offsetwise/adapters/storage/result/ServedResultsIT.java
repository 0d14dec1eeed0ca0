package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.local.LocalDatabase;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The same over the wire, where results stay on the server until they are fetched. */
class ServedResultsIT extends JdbiStoredResultsTest {

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
  TestDatabase database() {
    return TestDatabase.migrated(server.client());
  }
}
