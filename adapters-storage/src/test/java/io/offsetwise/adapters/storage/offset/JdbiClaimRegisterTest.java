package io.offsetwise.adapters.storage.offset;

import io.offsetwise.adapters.storage.fixture.JobStore;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.WalletStore;
import io.offsetwise.application.contract.ClaimRegisterContract;
import io.offsetwise.application.resume.ClaimRegister;
import io.offsetwise.application.wallet.WalletResult;
import org.junit.jupiter.api.AfterEach;

class JdbiClaimRegisterTest extends ClaimRegisterContract {

  private final JobStore<WalletResult> store = WalletStore.in(TestDatabase.inMemory());

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected ClaimRegister register() {
    return new JdbiClaimRegister(store.database().connections());
  }
}
