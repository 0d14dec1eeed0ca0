package io.offsetwise.adapters.storage.wallet;

import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.application.wallet.WalletResult;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * Makes the wallet job's writers.
 *
 * @param key whether the ledger has a natural unique key; see {@link LedgerKey#neededBy}
 */
public record WalletResultWriters(LedgerKey key) implements ResultWriters<WalletResult> {

  public WalletResultWriters {
    Objects.requireNonNull(key, "key");
  }

  @Override
  public ResultWriter<WalletResult> in(Handle handle, StreamName stream) {
    return new WalletResultWriter(handle, stream, key);
  }
}
