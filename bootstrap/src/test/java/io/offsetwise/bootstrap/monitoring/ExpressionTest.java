package io.offsetwise.bootstrap.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  @ParameterizedTest
  @ValueSource(strings = {"(delta(a[5m]) == 0", "delta(a[5m)] == 0", "a ! b", "a{x=1}"})
  void whatIsNoExpressionIsSeen(String text) {
    assertThat(new Expression(text).isWellFormed()).isFalse();
  }

  @Test
  void itsMetricsAreWhatIsNoWordOfTheLanguage() {
    Expression expression = new Expression("(rate(a{group=\"$group\"}[5m]) > 10) and absent(b)");

    assertThat(expression.isWellFormed()).isTrue();
    assertThat(expression.metrics()).containsExactlyInAnyOrder("a", "b");
  }
}
