package io.offsetwise.adapters.storage.local;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.WalletStore;
import io.offsetwise.adapters.storage.wallet.LedgerKey;
import io.offsetwise.application.contract.KeyedResultsContract;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.wallet.WalletResult;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Natural unique keys over the wire. */
class ServedKeysIT extends KeyedResultsContract<WalletResult> {

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
    return WalletStore.in(TestDatabase.migrated(server.client()), LedgerKey.PAYMENT);
  }
}
