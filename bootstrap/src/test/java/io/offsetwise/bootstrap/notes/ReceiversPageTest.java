package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each {@code Class#method} that {@code docs/receivers.md} takes a number from is there. */
class ReceiversPageTest {

  private static final int MEASUREMENTS = 12;

  @Test
  void everyNumberComesFromATestThatIsThere() throws Exception {
    NamedTests named = NamedTests.in(NamedTests.page("receivers.md"));

    assertThat(named.problems()).isEmpty();
    assertThat(named.tests()).hasSizeGreaterThanOrEqualTo(MEASUREMENTS);
  }
}
