package io.offsetwise.adapters.storage.wallet;

import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.application.wallet.BalanceChange;
import io.offsetwise.application.wallet.LedgerEntry;
import io.offsetwise.application.wallet.WalletResult;
import io.offsetwise.domain.offset.StreamName;
import java.util.Iterator;
import org.jdbi.v3.core.Handle;

/**
 * Writes the wallet job's results while they are read: ledger entries in batches, changes of
 * balances summed by wallet and written at the end. Holds a batch and one sum for each wallet,
 * never all results.
 *
 * @param handle with an open transaction
 * @param stream whose results
 * @param key whether the ledger has a natural unique key
 */
record WalletResultWriter(Handle handle, StreamName stream, LedgerKey key)
    implements ResultWriter<WalletResult> {

  @Override
  public void write(Iterator<WalletResult> results) {
    BalanceSums sums = new BalanceSums();
    try (LedgerEntries ledger = new LedgerEntries(handle, stream, key)) {
      while (results.hasNext()) {
        WalletResult result = results.next();
        if (result instanceof LedgerEntry entry) {
          ledger.add(entry);
        } else if (result instanceof BalanceChange change) {
          sums.add(change);
        }
      }
      ledger.flush();
    }
    if (key == LedgerKey.NONE) {
      new BalanceTable(handle, stream).add(sums);
    }
  }
}
