package io.offsetwise.adapters.storage.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.application.wallet.BalanceChange;
import io.offsetwise.application.wallet.LedgerEntry;
import io.offsetwise.application.wallet.WalletResult;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.StreamName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalletResultWriterTest {

  private static final StreamName STREAM = new StreamName("wallets");
  private static final StreamName NEIGHBOUR = new StreamName("neighbour");

  @AutoClose private final TestDatabase database = TestDatabase.inMemory();

  @Test
  void paymentsBecomeEntriesAndBalances() {
    write(LedgerKey.NONE, payment("p1", "ann", 100), payment("p2", "bob", -30));
    write(LedgerKey.NONE, payment("p3", "ann", 11));

    assertThat(view(LedgerKey.NONE).summary(STREAM)).isEqualTo(summary(3, 3, 81));
    assertThat(view(LedgerKey.NONE).balances(STREAM))
        .isEqualTo(cents(Map.of("ann", 111L, "bob", -30L)));
  }

  @Test
  void withoutANaturalKeyWhatIsWrittenTwiceShowsTwice() {
    write(LedgerKey.NONE, payment("p1", "ann", 100));
    write(LedgerKey.NONE, payment("p1", "ann", 100));

    assertThat(view(LedgerKey.NONE).summary(STREAM)).isEqualTo(summary(2, 1, 200));
    assertThat(view(LedgerKey.NONE).entriesByPayment(STREAM)).isEqualTo(Map.of("p1", 2L));
  }

  @Test
  void withANaturalKeyWhatIsWrittenTwiceChangesNothing() {
    write(LedgerKey.PAYMENT, payment("p1", "ann", 100), payment("p2", "bob", 5));
    write(LedgerKey.PAYMENT, payment("p2", "bob", 5), payment("p1", "ann", 100));
    write(LedgerKey.PAYMENT, payment("p3", "ann", 1), payment("p3", "ann", 1));

    assertThat(view(LedgerKey.PAYMENT).summary(STREAM)).isEqualTo(summary(3, 3, 106));
    assertThat(view(LedgerKey.PAYMENT).balances(STREAM))
        .isEqualTo(cents(Map.of("ann", 101L, "bob", 5L)));
    assertThat(database.number("SELECT COUNT(*) FROM wallet_balance")).isZero();
  }

  @Test
  void streamsHaveLedgersAndBalancesOfTheirOwn() {
    write(LedgerKey.PAYMENT, payment("p1", "ann", 100));
    database
        .connections()
        .inTransaction(
            handle -> {
              new WalletResultWriters(LedgerKey.PAYMENT)
                  .in(handle, NEIGHBOUR)
                  .write(results(payment("p1", "ann", 7)));
              return NEIGHBOUR;
            });

    assertThat(view(LedgerKey.PAYMENT).balances(STREAM)).isEqualTo(cents(Map.of("ann", 100L)));
    assertThat(view(LedgerKey.PAYMENT).balances(NEIGHBOUR)).isEqualTo(cents(Map.of("ann", 7L)));
    assertThat(view(LedgerKey.PAYMENT).entriesByPayment(NEIGHBOUR)).isEqualTo(Map.of("p1", 1L));
    assertThat(view(LedgerKey.NONE).entriesByPayment(new StreamName("unknown"))).isEmpty();
    assertThat(view(LedgerKey.NONE).summary(new StreamName("unknown"))).isEqualTo(summary(0, 0, 0));
  }

  @Test
  void entriesAreSentWhileResultsAreRead() {
    List<Long> sentAtEachThousand = new ArrayList<>();
    database
        .connections()
        .inTransaction(
            handle -> {
              Iterator<WalletResult> results =
                  IntStream.range(0, 3_501)
                      .peek(
                          number -> {
                            if (number % 1_000 == 500) {
                              sentAtEachThousand.add(
                                  handle
                                      .createQuery("SELECT COUNT(*) FROM wallet_ledger")
                                      .mapTo(Long.class)
                                      .one());
                            }
                          })
                      .mapToObj(number -> entry("p" + number, "ann", 1))
                      .iterator();
              new WalletResultWriters(LedgerKey.NONE).in(handle, STREAM).write(results);
              return STREAM;
            });

    assertThat(sentAtEachThousand).containsExactly(0L, 1_000L, 2_000L, 3_000L);
    assertThat(database.number("SELECT COUNT(*) FROM wallet_ledger")).isEqualTo(3_501);
  }

  @Test
  void moreWalletsThanOneBatchHoldsAreAllChanged() {
    for (int round = 0; round < 2; round++) {
      write(
          LedgerKey.NONE,
          IntStream.range(0, 2_500)
              .<WalletResult>mapToObj(number -> new BalanceChange("wallet-" + number, number))
              .toArray(WalletResult[]::new));
    }

    assertThat(
            database.number(
                "SELECT COUNT(*) FROM wallet_balance WHERE cents = 2 * CAST("
                    + "SUBSTRING(wallet FROM 8) AS BIGINT)"))
        .isEqualTo(2_500);
  }

  @ParameterizedTest
  @EnumSource
  void onlyIdempotentNeedsTheNaturalKey(DeliveryGuarantee guarantee) {
    assertThat(LedgerKey.neededBy(guarantee.plan()))
        .isEqualTo(
            guarantee == DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE
                ? LedgerKey.PAYMENT
                : LedgerKey.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void sumsOfPaymentsHoldMoreThanOnePayment(LedgerKey key) {
    write(key, payment("p1", "ann", Long.MAX_VALUE), payment("p2", "ann", Long.MAX_VALUE));
    write(key, payment("p3", "ann", Long.MAX_VALUE), payment("p4", "bob", Long.MIN_VALUE));

    BigInteger three = BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.valueOf(3));
    assertThat(view(key).balances(STREAM))
        .isEqualTo(Map.of("ann", three, "bob", BigInteger.valueOf(Long.MIN_VALUE)));
    assertThat(view(key).summary(STREAM).sumOfBalances())
        .isEqualTo(view(key).summary(STREAM).sumOfLedger())
        .isEqualTo(three.add(BigInteger.valueOf(Long.MIN_VALUE)));
  }

  private static WalletSummary summary(long entries, long distinct, long cents) {
    BigInteger sum = BigInteger.valueOf(cents);
    return new WalletSummary(entries, distinct, sum, sum, 0);
  }

  private static Map<String, BigInteger> cents(Map<String, Long> balances) {
    return balances.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> BigInteger.valueOf(each.getValue())));
  }

  private JdbiWalletView view(LedgerKey key) {
    return new JdbiWalletView(database.connections(), key);
  }

  private void write(LedgerKey key, WalletResult[]... payments) {
    database
        .connections()
        .inTransaction(
            handle -> {
              new WalletResultWriters(key).in(handle, STREAM).write(results(payments));
              return STREAM;
            });
  }

  private static Iterator<WalletResult> results(WalletResult[]... payments) {
    return Arrays.stream(payments).flatMap(Stream::of).iterator();
  }

  private static WalletResult[] payment(String id, String wallet, long cents) {
    return new WalletResult[] {entry(id, wallet, cents), new BalanceChange(wallet, cents)};
  }

  private static WalletResult entry(String id, String wallet, long cents) {
    return new LedgerEntry(id, wallet, cents, "payments", 0, 0);
  }
}
