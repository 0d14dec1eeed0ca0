package io.offsetwise.bootstrap.wallet;

import io.offsetwise.application.wallet.BalanceChange;
import io.offsetwise.application.wallet.LedgerEntry;
import io.offsetwise.application.wallet.WalletResult;
import org.apache.spark.api.java.function.PairFunction;
import scala.Tuple2;

/**
 * The key under which results meet in the shuffle: changes of one wallet together, everything else
 * by the place of its record, and so alone. Runs on executors.
 */
record KeyOfResult() implements PairFunction<WalletResult, String, WalletResult> {

  @Override
  public Tuple2<String, WalletResult> call(WalletResult result) {
    return new Tuple2<>(key(result), result);
  }

  private static String key(WalletResult result) {
    if (result instanceof BalanceChange change) {
      return "wallet/" + change.wallet();
    }
    LedgerEntry entry = (LedgerEntry) result;
    return "record/" + entry.topic() + "/" + entry.partition() + "/" + entry.offset();
  }
}
