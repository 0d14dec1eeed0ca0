package io.offsetwise.bootstrap.sample.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitCodeTest {

  @Test
  void everyDigitHasAnAmountAndTheAmountLeadsBack() {
    assertThat(new DigitCode(0).cents()).isEqualTo(1);
    assertThat(new DigitCode(14).cents()).isEqualTo(100_000_000_000_000L);
    assertThat(IntStream.range(0, DigitCode.DIGITS).mapToObj(DigitCode::new))
        .allSatisfy(code -> assertThat(DigitCode.of(code.cents())).contains(code));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, -10, 2, 11, 99, 1_000_000_000_000_000L, Long.MAX_VALUE})
  void otherAmountsStandForNoDigit(long cents) {
    assertThat(DigitCode.of(cents)).isEmpty();
  }

  @Test
  void theBalanceTellsHowOftenEachPaymentWasApplied() {
    BigInteger balance = BigInteger.valueOf(LongStream.of(1, 1, 100, 1_000, 1_000, 1_000).sum());

    assertThat(IntStream.range(0, 5).map(digit -> new DigitCode(digit).timesIn(balance)))
        .containsExactly(2, 0, 1, 3, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 15})
  void thereAreFifteenDigits(int digit) {
    assertThatThrownBy(() -> new DigitCode(digit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("digit " + digit);
  }
}
