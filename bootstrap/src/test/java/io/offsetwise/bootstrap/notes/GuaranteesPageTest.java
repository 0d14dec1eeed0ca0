package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each {@code Class#method} that {@code docs/guarantees.md} names is a test that is there. */
class GuaranteesPageTest {

  private static final int DEFENCES = 7;

  @Test
  void everyNamedTestIsThere() throws Exception {
    NamedTests named = NamedTests.in(NamedTests.page("guarantees.md"));

    assertThat(named.problems()).isEmpty();
    assertThat(named.tests()).hasSizeGreaterThanOrEqualTo(DEFENCES);
  }

  /** A check of the check. */
  @Test
  void whatIsNotThereIsFound() throws Exception {
    String page =
        "`GuaranteesPageTest#gone`, `Gone#gone`, `GuaranteesPageTest#whatIsNotThereIsFound`";

    assertThat(NamedTests.in(List.of("", page)).problems())
        .containsExactly(
            "line 2: GuaranteesPageTest has no test method gone",
            "line 2: [Gone] is not defined at the end of the page");
  }
}
