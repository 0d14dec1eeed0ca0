package io.offsetwise.bootstrap.sample.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTest {

  private static final String LONGEST = "x".repeat(Payment.MAX_NAME_LENGTH);

  @Test
  void takesNamesUpToTheLimitAndAnyAmount() {
    Payment payment = new Payment(LONGEST, LONGEST, Long.MIN_VALUE);

    assertThat(payment.id()).isEqualTo(LONGEST);
    assertThat(payment.cents()).isEqualTo(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "a\0", "\ud83d", "x\udcb6", "\udcb6\ud83d"})
  void refusesNamesThatSomeDatabaseDoesNotHold(String name) {
    assertThatThrownBy(() -> new Payment(name, "wallet", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("id '" + name + "' ");
    assertThatThrownBy(() -> new Payment("id", name, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("wallet '" + name + "' ");
  }

  @Test
  void refusesLongerNames() {
    assertThatThrownBy(() -> new Payment(LONGEST + "y", "wallet", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id '" + LONGEST + "...' is longer than 100 characters");
  }

  @Test
  void takesPairsOfSurrogatesUpToTheLimitInUnits() {
    String fifty = "\ud83d\udcb6".repeat(Payment.MAX_NAME_LENGTH / 2);

    assertThat(new Payment(fifty, fifty, 1).wallet()).isEqualTo(fifty);
    assertThatThrownBy(() -> new Payment(fifty + "x", fifty, 1)).hasMessageContaining("longer");
  }

  @Test
  void refusesNoNames() {
    assertThatThrownBy(() -> new Payment(null, "wallet", 1)).hasMessage("id");
    assertThatThrownBy(() -> new Payment("id", null, 1)).hasMessage("wallet");
  }
}
