package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The page tells of the wrong builds that go through real processes, and of no others. */
class KillColumnTest {

  @Test
  void thePageHasTheWrongBuildsThatAreRun() throws Exception {
    assertThat(
            KillColumn.read().entrySet().stream()
                .filter(Predicate.not(row -> row.getValue().equals(KillColumn.NOTHING)))
                .map(Map.Entry::getKey))
        .containsExactlyElementsOf(
            Arrays.stream(WrongBuild.values()).map(WrongBuild::words).toList());
  }

  @Test
  void eachIsCaughtUnderItsFault() throws Exception {
    Map<String, String> column = KillColumn.read();

    assertThat(WrongBuild.values())
        .allSatisfy(
            build ->
                assertThat(column.get(build.words())).startsWith(build.fault().words() + ": "));
  }
}
