package io.offsetwise.adapters.storage.wallet;

import io.offsetwise.application.wallet.BalanceChange;
import io.offsetwise.domain.wallet.Cents;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changes of balances, summed by wallet and sorted by its name. Not thread-safe. */
final class BalanceSums {

  private final SortedMap<String, Cents> cents = new TreeMap<>();

  void add(BalanceChange change) {
    cents.merge(change.wallet(), change.cents(), Cents::plus);
  }

  /** Cents by wallet, sorted: the order in which rows are locked. */
  SortedMap<String, Cents> byWallet() {
    return Collections.unmodifiableSortedMap(cents);
  }
}
