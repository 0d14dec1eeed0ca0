package io.offsetwise.bootstrap.laboratory.evidence;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of everything that was sent.
 *
 * @param fates one for each payment in Kafka's log
 * @param stored number of ledger entries
 * @param foreign number of ledger entries and wallets that belong to nothing that was sent
 * @param balanceError how far all balances together are from what was sent, in cents: the sum of
 *     the differences, each without its sign
 */
public record Evidence(
    List<PaymentFate> fates, long stored, long foreign, BigInteger balanceError) {

  public Evidence {
    fates = List.copyOf(fates);
  }

  /** Holds the database against the log. */
  public static Evidence of(List<SentPayment> sent, StoredPayments stored) {
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

  /** Number of payments in Kafka's log. */
  public long sent() {
    return fates.size();
  }

  /** Number of payments that stand in the ledger, once or more. */
  public long distinct() {
    return fates.stream().filter(fate -> fate.entries() > 0).count();
  }

  /** Number of payments that are not in the ledger. */
  public long lost() {
    return fates.stream().filter(fate -> fate.entries() == 0).count();
  }

  /** Number of payments that stand in the ledger more than once. */
  public long repeated() {
    return fates.stream().filter(fate -> fate.entries() > 1).count();
  }

  /** Whether ledger and balances say the same, and nothing else is there. */
  public boolean isConsistent() {
    return foreign == 0 && fates.stream().allMatch(fate -> fate.times().isPresent());
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
