package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.application.audit.WrongTotal;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.Offenders;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The wrong balances of an audit: all are counted, the first are named and held against the log.
 * Not thread-safe.
 */
final class BalanceFindings {

  private final Map<String, SuspectWallet> named = new LinkedHashMap<>();
  private long unnamed;
  private boolean logTellsAll = true;

  private BalanceFindings() {}

  /** Takes all of {@code wrong}. */
  static BalanceFindings of(Iterator<WrongTotal> wrong) {
    BalanceFindings findings = new BalanceFindings();
    wrong.forEachRemaining(findings::add);
    return findings;
  }

  private void add(WrongTotal wrong) {
    if (named.size() < Offenders.MOST_NAMED) {
      named.put(wrong.key(), new SuspectWallet(wrong));
    } else {
      unnamed++;
    }
  }

  /** A payment that the log holds, and that was due. */
  void sent(LedgerEntry payment) {
    SuspectWallet wallet = named.get(payment.wallet());
    if (wallet != null) {
      wallet.sent(payment);
    }
  }

  /** From now on nothing is said of the log's sums: the log no longer holds all payments. */
  void cannotTellTheLogsSums() {
    logTellsAll = false;
  }

  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    named.forEach(
        (name, wallet) ->
            all.add(
                Finding.of(
                    FindingKind.WRONG_BALANCE,
                    name,
                    1,
                    logTellsAll ? wallet.againstLedgerAndLog() : wallet.againstLedger())));
    if (unnamed > 0) {
      all.add(
          Finding.of(
              FindingKind.WRONG_BALANCE,
              "others",
              unnamed,
              unnamed + " more wallets have a balance that is not the sum of their ledger"));
    }
    return all;
  }
}
