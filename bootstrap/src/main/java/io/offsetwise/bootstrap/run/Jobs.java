package io.offsetwise.bootstrap.run;

import io.offsetwise.bootstrap.lengths.LengthsRun;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.wallet.WalletRun;
import io.offsetwise.bootstrap.windows.WindowsRun;

/** The one place that knows which jobs there are. */
public final class Jobs {

  private Jobs() {}

  /** The job that the settings name. */
  public static RunnableJob of(Settings settings) {
    return switch (settings.job().kind()) {
      case WALLET -> new WalletRun(settings);
      case MESSAGE_LENGTHS -> new LengthsRun(settings);
      case MESSAGE_WINDOWS -> new WindowsRun(settings);
    };
  }
}
