package io.offsetwise.adapters.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What H2 reports as an internal error and is none. */
class H2ProblemsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "General error: \"Transaction 2 has status ROLLING_BACK, not OPEN [2.5.252/103]\"",
        "General error: \"Transaction was illegally transitioned from ROLLING_BACK to COMMITTED\"",
        "General error: \"Transaction was illegally transitioned from ROLLING_BACK to ROLLING_BACK\""
      })
  void theVictimOfADeadlockThatWasNotToldSoIsOne(String message) {
    assertThat(stateOf(message, ErrorCode.GENERAL_ERROR_1)).isEqualTo("40001");
  }

  @Test
  void anyOtherKeepsItsState() {
    assertThat(stateOf("General error: \"Transaction 2 has status CLOSED, not OPEN\"", 50_000))
        .isEqualTo("HY000");
    assertThat(stateOf("a text of somebody's: status ROLLING_BACK, not OPEN", 22_001))
        .isEqualTo("HY000");
    assertThat(stateOf(null, ErrorCode.GENERAL_ERROR_1)).isEqualTo("HY000");
  }

  private static String stateOf(String message, int code) {
    return new H2Dialect().stateOf(new SQLException(message, "HY000", code));
  }
}
