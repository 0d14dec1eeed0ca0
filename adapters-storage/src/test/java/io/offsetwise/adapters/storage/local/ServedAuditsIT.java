package io.offsetwise.adapters.storage.local;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.WalletStore;
import io.offsetwise.application.contract.AuditedStoreContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.wallet.WalletResult;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** An audit over the wire. */
class ServedAuditsIT extends AuditedStoreContract<WalletResult> {

  @TempDir private static Path folder;
  private static LocalDatabase server;

  @BeforeAll
  static void start() {
    server = LocalDatabase.start(LocalDatabaseSettings.onAnyPort(folder));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected StoreFixture<WalletResult> fixture() {
    return WalletStore.in(TestDatabase.migrated(server.client()));
  }
}
