package io.offsetwise.bootstrap.sample.wallet.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PaymentEvidenceTest {

  @Test
  void everythingOnce() {
    assertThat(new Wallets().evidence())
        .returns(6L, Evidence::sent)
        .returns(6L, Evidence::stored)
        .returns(6L, Evidence::distinct)
        .returns(0L, Evidence::lost)
        .returns(0L, Evidence::repeated)
        .returns(BigInteger.ZERO, Evidence::balanceError)
        .returns(true, Evidence::isConsistent);
  }

  @Test
  void lostAndRepeatedAreToldApart() {
    Evidence evidence = new Wallets().stored("a10", 0).stored("b1", 2).stored("b100", 3).evidence();

    assertThat(evidence)
        .returns(6L, Evidence::sent)
        .returns(8L, Evidence::stored)
        .returns(5L, Evidence::distinct)
        .returns(1L, Evidence::lost)
        .returns(2L, Evidence::repeated)
        .returns(true, Evidence::isConsistent);
    assertThat(timesOf("a10", evidence)).hasValue(0);
    assertThat(timesOf("b1", evidence)).hasValue(2);
    assertThat(timesOf("b100", evidence)).hasValue(3);
  }

  @Test
  void errorsOfBalancesDoNotCancelEachOtherOut() {
    assertThat(new Wallets().stored("a10", 0).stored("b10", 2).evidence().balanceError())
        .isEqualTo(20);
  }

  @Test
  void aBalanceThatContradictsTheLedgerIsNoticed() {
    Evidence evidence = new Wallets().balanceOff("a", 1).evidence();

    assertThat(evidence.isConsistent()).isFalse();
    assertThat(evidence.balanceError()).isEqualTo(1);
    assertThat(timesOf("a1", evidence)).isEmpty();
    assertThat(timesOf("a10", evidence)).hasValue(1);
  }

  @Test
  void aLedgerThatContradictsTheBalanceIsNoticed() {
    assertThat(new Wallets().inLedger("b1", 2).evidence().isConsistent()).isFalse();
  }

  @Test
  void aBalanceThatCannotBeReadIsNoticed() {
    assertThat(new Wallets().balanceOff("a", -1_000).evidence().isConsistent()).isFalse();
    assertThat(new Wallets().balanceOff("a", 1_000).evidence().isConsistent()).isFalse();
  }

  /** Ten times one cent is a payment of ten cents to whoever looks at digits alone. */
  @Test
  void afterACarryTheBalanceIsHeldAgainstTheLedgerAsAWhole() {
    Evidence tenTimes = new Wallets().stored("a1", 10).evidence();
    Evidence notReally = new Wallets().stored("a1", 10).balanceOff("a", -10).evidence();

    assertThat(tenTimes.isConsistent()).isTrue();
    assertThat(timesOf("a1", tenTimes)).hasValue(10);
    assertThat(timesOf("a10", tenTimes)).hasValue(1);
    assertThat(notReally.isConsistent()).isFalse();
  }

  @Test
  void whatNobodySentIsNoticed() {
    Evidence entry = new Wallets().foreignEntry("c1").evidence();
    Evidence wallet = new Wallets().balanceOff("c", 5).evidence();

    assertThat(List.of(entry, wallet))
        .allSatisfy(
            evidence ->
                assertThat(evidence)
                    .returns(1L, Evidence::foreign)
                    .returns(false, Evidence::isConsistent));
  }

  private static OptionalLong timesOf(String id, Evidence evidence) {
    return evidence.fates().stream()
        .filter(fate -> fate.record().equals(Wallets.recordOf(id)))
        .findFirst()
        .orElseThrow()
        .times();
  }
}
