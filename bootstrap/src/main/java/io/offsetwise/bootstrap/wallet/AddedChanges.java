package io.offsetwise.bootstrap.wallet;

import io.offsetwise.application.wallet.BalanceChange;
import io.offsetwise.application.wallet.WalletResult;
import org.apache.spark.api.java.function.Function2;

/** Two changes of one wallet as one. No other results share a key. Runs on executors. */
record AddedChanges() implements Function2<WalletResult, WalletResult, WalletResult> {

  @Override
  public WalletResult call(WalletResult left, WalletResult right) {
    if (left instanceof BalanceChange one && right instanceof BalanceChange other) {
      return one.plus(other);
    }
    throw new IllegalStateException(
        "two results share a key although they are no balance changes: " + left + ", " + right);
  }
}
