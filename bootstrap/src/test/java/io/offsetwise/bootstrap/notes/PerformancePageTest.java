package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each {@code Class#method} by which {@code docs/performance.md} holds something is there. */
class PerformancePageTest {

  @Test
  void whatItNamesIsThere() throws Exception {
    NamedTests named = NamedTests.in(NamedTests.page("performance.md"));

    assertThat(named.problems()).isEmpty();
    assertThat(named.tests()).isNotEmpty();
  }
}
