package io.offsetwise.bootstrap.sample.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentGeneratorTest {

  private static final int MANY = 5_000;

  private final PaymentGenerator generator = new PaymentGenerator(7, 20);

  @Test
  void aPaymentIsAFunctionOfSeedAndNumber() {
    assertThat(payments(generator)).isEqualTo(payments(new PaymentGenerator(7, 20)));
    assertThat(generator.payment(3)).isEqualTo(new PaymentGenerator(7, 20).payment(3));
  }

  @Test
  void anotherSeedIsAnotherSequenceWithOtherIds() {
    List<String> ids = ids(generator);

    assertThat(ids(new PaymentGenerator(8, 20))).doesNotContainAnyElementsOf(ids);
  }

  @Test
  void idsDoNotRecur() {
    assertThat(ids(generator)).doesNotHaveDuplicates();
  }

  @Test
  void everyWalletIsPaidSomethingBetweenACentAndAHundred() {
    List<Payment> payments = payments(generator);

    assertThat(payments).extracting(Payment::wallet).containsOnly(walletNames());
    assertThat(payments).allSatisfy(payment -> assertThat(payment.cents()).isBetween(1L, 10_000L));
    assertThat(payments.stream().map(Payment::cents).distinct().count()).isGreaterThan(1_000);
  }

  private static String[] walletNames() {
    return LongStream.range(0, 20).mapToObj(wallet -> "wallet-" + wallet).toArray(String[]::new);
  }

  @Test
  void aNumberIsFoundAgainFromItsId() {
    LongStream.of(0, 1, 999, Long.MAX_VALUE)
        .forEach(
            number ->
                assertThat(generator.sequenceOf(generator.payment(number).id())).hasValue(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "payment-", "payment-7", "payment-7-", "payment-7-x", "payment-8-1", "other"})
  void anIdOfSomebodyElseHasNoNumber(String id) {
    assertThat(generator.sequenceOf(id)).isEmpty();
  }

  /** Whatever is recognised must come out of the generator again, letter by letter. */
  @ParameterizedTest
  @ValueSource(
      strings = {"payment-7-01", "payment-7-+1", "payment-7-18446744073709551615", "payment-7--1"})
  void anIdThatIsNeverMadeHasNoNumber(String id) {
    assertThat(generator.sequenceOf(id)).isEmpty();
  }

  @Test
  void needsAWallet() {
    assertThatThrownBy(() -> new PaymentGenerator(7, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 wallets cannot take payments");
  }

  private static List<Payment> payments(PaymentGenerator generator) {
    return LongStream.range(0, MANY).mapToObj(generator::payment).toList();
  }

  private static List<String> ids(PaymentGenerator generator) {
    return payments(generator).stream().map(Payment::id).toList();
  }
}
