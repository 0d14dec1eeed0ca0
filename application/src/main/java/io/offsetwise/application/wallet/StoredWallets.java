package io.offsetwise.application.wallet;

import io.offsetwise.application.audit.PlacedResults;
import java.util.Iterator;
import java.util.Optional;

/**
 * What is stored of the wallets of one stream, as it was at one instant. A record's result is its
 * ledger entry, or empty when it went to the dead letters.
 */
public interface StoredWallets extends PlacedResults<Optional<LedgerEntry>> {

  /**
   * The wallets whose balance is not the sum of their ledger, sorted by wallet; read while they are
   * taken. None where balances are not kept, because they are a query over the ledger.
   */
  Iterator<WrongBalance> wrongBalances();
}
