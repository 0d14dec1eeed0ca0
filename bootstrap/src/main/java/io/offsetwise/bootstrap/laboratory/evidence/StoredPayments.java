package io.offsetwise.bootstrap.laboratory.evidence;

import java.math.BigInteger;
import java.util.Map;

/**
 * What the database holds of one stream.
 *
 * @param entries number of ledger entries by payment id
 * @param balances cents by wallet
 */
public record StoredPayments(Map<String, Long> entries, Map<String, BigInteger> balances) {

  public StoredPayments {
    entries = Map.copyOf(entries);
    balances = Map.copyOf(balances);
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
