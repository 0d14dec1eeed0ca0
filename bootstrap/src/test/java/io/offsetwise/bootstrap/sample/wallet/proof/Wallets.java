package io.offsetwise.bootstrap.sample.wallet.proof;

import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import io.offsetwise.bootstrap.laboratory.evidence.SentRecord;
import io.offsetwise.bootstrap.sample.wallet.Payment;
import io.offsetwise.domain.offset.TopicPartition;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two wallets with three payments each, in one partition, and a database that holds them so many
 * times as a test says: {@code "a1"} is the payment of one cent to wallet a.
 */
final class Wallets {

  private static final TopicPartition PARTITION = new TopicPartition("deposits", 0);

  private static final List<SentPayment> SENT =
      Stream.of("a1", "b1", "a10", "b10", "a100", "b100").map(Wallets::payment).toList();

  private final Map<String, Long> entries = new HashMap<>();
  private final Map<String, Long> balances = new HashMap<>();

  /** Everything is stored once. */
  public Wallets() {
    SENT.forEach(sent -> stored(sent.payment().id(), 1));
  }

  /** The payment is in the ledger, and in the balance, so many times. */
  public Wallets stored(String id, long times) {
    return inLedger(id, times).inBalance(id, times);
  }

  Wallets inLedger(String id, long times) {
    entries.put(id, times);
    return this;
  }

  private Wallets inBalance(String id, long times) {
    balances.put(id + "/times", times);
    return this;
  }

  /** The balance is another one than the payments make. */
  Wallets balanceOff(String wallet, long cents) {
    balances.put(wallet + "/off", cents);
    return this;
  }

  Wallets foreignEntry(String id) {
    entries.put(id, 1L);
    return this;
  }

  /** What the database holds. */
  public Evidence evidence() {
    Map<String, BigInteger> cents = new HashMap<>();
    SENT.forEach(
        sent ->
            cents.merge(
                sent.payment().wallet(),
                BigInteger.valueOf(
                    sent.payment().cents() * balances.get(sent.payment().id() + "/times")),
                BigInteger::add));
    balances.forEach(
        (key, off) -> {
          if (key.endsWith("/off")) {
            cents.merge(
                key.substring(0, key.indexOf('/')), BigInteger.valueOf(off), BigInteger::add);
          }
        });
    entries.values().removeIf(times -> times == 0);
    return PaymentEvidence.of(SENT, new StoredPayments(entries, cents));
  }

  static SentRecord recordOf(String id) {
    return payment(id).record();
  }

  private static SentPayment payment(String id) {
    int number = List.of("a1", "b1", "a10", "b10", "a100", "b100").indexOf(id);
    return new SentPayment(
        PARTITION, number, new Payment(id, id.substring(0, 1), Long.parseLong(id.substring(1))));
  }
}
