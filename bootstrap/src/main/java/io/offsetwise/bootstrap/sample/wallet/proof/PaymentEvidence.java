package io.offsetwise.bootstrap.sample.wallet.proof;

import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds ledger and balances against the log, payment by payment. */
final class PaymentEvidence {

  private PaymentEvidence() {}

  /** What became of all payments. */
  static Evidence of(List<SentPayment> sent, StoredPayments stored) {
    Map<String, List<SentPayment>> byWallet =
        sent.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.payment().wallet(), TreeMap::new, Collectors.toList()));
    List<WalletEvidence> wallets =
        byWallet.entrySet().stream()
            .map(
                wallet ->
                    new WalletEvidence(
                        wallet.getValue(), stored, stored.balanceOf(wallet.getKey())))
            .toList();
    return new Evidence(
        wallets.stream().flatMap(WalletEvidence::fates).toList(),
        stored.entries().values().stream().mapToLong(Long::longValue).sum(),
        foreignEntries(sent, stored) + foreignWallets(byWallet.keySet(), stored),
        wallets.stream()
            .map(WalletEvidence::balanceError)
            .reduce(BigInteger.ZERO, BigInteger::add));
  }

  private static long foreignEntries(List<SentPayment> sent, StoredPayments stored) {
    Set<String> ids = sent.stream().map(each -> each.payment().id()).collect(Collectors.toSet());
    return stored.entries().entrySet().stream()
        .filter(entry -> !ids.contains(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static long foreignWallets(Set<String> wallets, StoredPayments stored) {
    return stored.balances().keySet().stream().filter(wallet -> !wallets.contains(wallet)).count();
  }
}
