package io.offsetwise.bootstrap.wallet;

import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.application.wallet.BalanceChange;
import io.offsetwise.application.wallet.LedgerEntry;
import io.offsetwise.application.wallet.RejectedPayment;
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
    if (result instanceof LedgerEntry entry) {
      return place(entry.topic(), entry.partition(), entry.offset());
    }
    DeadLetter letter = ((RejectedPayment) result).letter();
    return place(letter.topic(), letter.partition(), letter.offset());
  }

  private static String place(String topic, int partition, long offset) {
    return "record/" + topic + "/" + partition + "/" + offset;
  }
}
