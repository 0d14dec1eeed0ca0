package io.offsetwise.application.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0xFFFF_FFFFL, -0x1_0000_0000L})
  void oneAmountIsItself(long amount) {
    assertThat(ExactSum.of(amount)).hasToString(Long.toString(amount));
    assertThat(ExactSum.ZERO.plus(amount)).isEqualTo(ExactSum.of(amount));
  }

  @Test
  void theTwoLargestPaymentsTogetherAreMoreThanALong() {
    ExactSum two = ExactSum.of(Long.MAX_VALUE).plus(Long.MAX_VALUE);

    assertThat(two).hasToString("18446744073709551614");
    assertThat(two.plus(Long.MIN_VALUE).plus(Long.MIN_VALUE)).hasToString("-2");
  }

  @Test
  void sumsAreThoseOfBigIntegers() {
    Random random = new Random(20_261_129);
    ExactSum sum = ExactSum.ZERO;
    ExactSum other = ExactSum.ZERO;
    BigInteger expected = BigInteger.ZERO;
    for (int round = 0; round < 20_000; round++) {
      long amount = random.nextLong() >> random.nextInt(Long.SIZE);
      sum = sum.plus(amount);
      other = other.plus(ExactSum.of(-amount - 1));
      expected = expected.add(BigInteger.valueOf(amount));
      assertThat(sum.exact()).isEqualTo(expected);
      assertThat(sum.plus(other).exact()).isEqualTo(BigInteger.valueOf(-round - 1L));
    }
  }

  @Test
  void theOrderOfTheAmountsDoesNotMatter() {
    long[] amounts = {Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE, 7};

    ExactSum forwards =
        LongStream.of(amounts).mapToObj(ExactSum::of).reduce(ExactSum.ZERO, ExactSum::plus);
    ExactSum pairs =
        ExactSum.of(amounts[0])
            .plus(amounts[2])
            .plus(ExactSum.of(amounts[1]).plus(amounts[4]))
            .plus(amounts[3] + amounts[5]);

    assertThat(forwards).isEqualTo(pairs).hasToString("4");
  }
}
