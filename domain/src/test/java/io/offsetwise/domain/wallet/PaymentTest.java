package io.offsetwise.domain.wallet;

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
  @ValueSource(
      strings = {
        "",
        "   ",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            + "xxxxxxxxxxxxxxx"
      })
  void refusesNamesThatNoColumnHolds(String name) {
    assertThatThrownBy(() -> new Payment(name, "wallet", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id '" + name + "' is blank or longer than 100 characters");
    assertThatThrownBy(() -> new Payment("id", name, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("wallet '" + name + "' is blank or longer than 100 characters");
  }

  @Test
  void refusesNoNames() {
    assertThatThrownBy(() -> new Payment(null, "wallet", 1)).hasMessage("id");
    assertThatThrownBy(() -> new Payment("id", null, 1)).hasMessage("wallet");
  }
}
