package io.offsetwise.bootstrap.bench;

import io.offsetwise.adapters.storage.wallet.JdbiWalletView;
import io.offsetwise.adapters.storage.wallet.WalletSummary;
import io.offsetwise.domain.offset.StreamName;

/**
 * A contestant whose results are checked after each round, while no time is taken.
 *
 * @param saving one that saves ledger and balances
 * @param view reads what it has saved
 * @param expected what the topic holds
 */
record Verified(Contestant saving, JdbiWalletView view, WalletSummary expected)
    implements Contestant {

  @Override
  public String name() {
    return saving.name();
  }

  @Override
  public Attempt run(StreamName stream) throws Exception {
    Attempt attempt = saving.run(stream);
    WalletSummary stored = view.summary(stream);
    if (!stored.equals(expected)) {
      throw new IllegalStateException(
          name() + " has stored " + stored + " but the topic holds " + expected);
    }
    return attempt;
  }
}
