package io.offsetwise.adapters.spark.driver.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link TerminationHookTest} has it in a process of its own. */
class ForeignExitHookTest {

  private final List<String> happened = new ArrayList<>();

  @Test
  void reportsAnEndInTheMidstOfWork() {
    hook(true, false).shutDown();

    assertThat(happened).containsExactly("report", "halt 4");
  }

  @Test
  void leavesAnEndAfterTheWorkAlone() {
    hook(false, false).shutDown();

    assertThat(happened).isEmpty();
  }

  @Test
  void leavesASignalAlone() {
    hook(true, true).shutDown();

    assertThat(happened).isEmpty();
  }

  private ForeignExitHook hook(boolean working, boolean signalled) {
    return new ForeignExitHook(
        () -> working,
        () -> {
          happened.add("report");
          return 4;
        },
        () -> signalled,
        code -> happened.add("halt " + code));
  }
}
