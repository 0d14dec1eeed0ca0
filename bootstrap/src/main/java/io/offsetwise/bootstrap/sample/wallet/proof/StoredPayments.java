package io.offsetwise.bootstrap.sample.wallet.proof;

import io.offsetwise.adapters.storage.result.JdbiStoredResults;
import io.offsetwise.bootstrap.sample.wallet.WalletJob;
import io.offsetwise.domain.guarantee.SavePlan;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the database holds of one stream.
 *
 * @param entries number of ledger entries by payment id
 * @param balances cents by wallet
 */
record StoredPayments(Map<String, Long> entries, Map<String, BigInteger> balances) {

  StoredPayments {
    entries = Map.copyOf(entries);
    balances = Map.copyOf(balances);
  }

  /** Ledger and balances of one stream, whose job saves by {@code plan}. */
  static StoredPayments of(JdbiStoredResults stored, SavePlan plan) {
    Map<String, Long> entries = new HashMap<>();
    Map<String, BigInteger> ledger = new HashMap<>();
    stored
        .rows(WalletJob.LEDGER, List.of())
        .forEachRemaining(
            entry -> {
              entries.merge(entry.paymentId(), 1L, Long::sum);
              ledger.merge(entry.wallet(), BigInteger.valueOf(entry.cents()), BigInteger::add);
            });
    boolean kept = !new WalletJob().tables().under(plan).totals().isEmpty();
    return new StoredPayments(entries, kept ? balances(stored) : ledger);
  }

  private static Map<String, BigInteger> balances(JdbiStoredResults stored) {
    Map<String, BigInteger> balances = new HashMap<>();
    stored
        .rows(WalletJob.BALANCES, List.of())
        .forEachRemaining(balance -> balances.put(balance.wallet(), balance.cents().exact()));
    return balances;
  }

  /** Number of ledger entries of one payment. */
  long entriesOf(String paymentId) {
    return entries.getOrDefault(paymentId, 0L);
  }

  /** The balance of one wallet; 0 when it has none. */
  BigInteger balanceOf(String wallet) {
    return balances.getOrDefault(wallet, BigInteger.ZERO);
  }
}
