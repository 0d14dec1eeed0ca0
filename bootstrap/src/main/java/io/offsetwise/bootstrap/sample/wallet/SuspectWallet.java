package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.application.audit.WrongTotal;
import io.offsetwise.application.result.ExactSum;
import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the log holds of a wallet whose balance is wrong: the sum of its payments and, when they are
 * digit-coded, which payment each digit stands for. Not thread-safe.
 */
final class SuspectWallet {

  private final WrongTotal wrong;
  private final Map<Integer, LedgerEntry> digits = new TreeMap<>();
  private boolean digitCoded = true;
  private ExactSum sent = ExactSum.ZERO;

  SuspectWallet(WrongTotal wrong) {
    this.wrong = wrong;
  }

  /** A payment that the log holds. */
  void sent(LedgerEntry payment) {
    sent = sent.plus(payment.cents());
    Optional<DigitCode> code = DigitCode.of(payment.cents());
    digitCoded = digitCoded && code.isPresent() && isFirst(code.get(), payment);
    if (!digitCoded) {
      digits.clear();
    }
  }

  private boolean isFirst(DigitCode code, LedgerEntry payment) {
    return digits.put(code.digit(), payment) == null;
  }

  String againstLedger() {
    return Text.of(
        "balance of %s is %s cents but its ledger adds up to %s",
        wrong.key(), wrong.total(), wrong.rows());
  }

  String againstLedgerAndLog() {
    return againstLedger() + " and its payments in the log to " + sent + digitsSay();
  }

  /** The digits of a negative balance say nothing. */
  private String digitsSay() {
    List<String> wrongDigits = new ArrayList<>();
    if (digitCoded && wrong.total().signum() >= 0) {
      digits.forEach(
          (digit, payment) -> {
            int times = new DigitCode(digit).timesIn(wrong.total());
            if (times != 1) {
              wrongDigits.add(said(payment, times));
            }
          });
    }
    return wrongDigits.isEmpty() ? "" : "; its digits say: " + String.join(", ", wrongDigits);
  }

  private static String said(LedgerEntry payment, int times) {
    return Text.of(
        "%s cents of %s-%s offset %s were applied %s times",
        payment.cents(), payment.topic(), payment.partition(), payment.offset(), times);
  }
}
