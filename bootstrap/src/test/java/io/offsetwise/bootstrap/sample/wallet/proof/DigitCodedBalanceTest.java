package io.offsetwise.bootstrap.sample.wallet.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class DigitCodedBalanceTest {

  @Test
  void eachDigitTellsHowOftenAPaymentWasApplied() {
    DigitCodedBalance balance = new DigitCodedBalance(BigInteger.valueOf(1_021), 1_000);

    assertThat(balance.timesOf(1)).hasValue(1);
    assertThat(balance.timesOf(10)).hasValue(2);
    assertThat(balance.timesOf(100)).hasValue(0);
    assertThat(balance.timesOf(1_000)).hasValue(1);
  }

  @Test
  void theLargestBalanceOfFifteenPaymentsCanBeRead() {
    DigitCodedBalance balance =
        new DigitCodedBalance(BigInteger.valueOf(999_999_999_999_999L), 100_000_000_000_000L);

    assertThat(balance.timesOf(100_000_000_000_000L)).hasValue(9);
    assertThat(balance.timesOf(1)).hasValue(9);
  }

  @Test
  void whatCannotBeMadeOfSuchPaymentsCannotBeRead() {
    assertThat(new DigitCodedBalance(BigInteger.valueOf(-1), 100).timesOf(1)).isEmpty();
    assertThat(new DigitCodedBalance(BigInteger.valueOf(1_000), 100).timesOf(1)).isEmpty();
  }

  /** The limit of reading a balance alone; {@code Evidence} looks at the ledger as well. */
  @Test
  void aCarryInsideTheBalanceLooksLikeAnotherPayment() {
    DigitCodedBalance tenTimesOneCent = new DigitCodedBalance(BigInteger.valueOf(10), 100);

    assertThat(tenTimesOneCent.timesOf(1)).hasValue(0);
    assertThat(tenTimesOneCent.timesOf(10)).hasValue(1);
  }
}
