package io.offsetwise.bootstrap.wallet;

import io.offsetwise.bootstrap.run.JobProvider;
import io.offsetwise.bootstrap.run.RunnableJob;
import io.offsetwise.bootstrap.settings.Settings;

/** Payments to ledger and balances. */
public final class WalletProvider implements JobProvider {

  @Override
  public String kind() {
    return "wallet";
  }

  @Override
  public RunnableJob job(Settings settings) {
    return new WalletRun(settings);
  }
}
