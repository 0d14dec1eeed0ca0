package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every wrong build is caught on real processes by what {@code docs/guarantees.md} says, and the
 * product is not. {@link FirstWrongBuildIT} runs one of them all the time.
 */
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongBuildsIT {

  private Experiments experiments;

  @BeforeAll
  void run(@TempDir Path folder) throws Exception {
    experiments = Experiments.run(List.of(WrongBuild.values()), folder);
    experiments.print();
  }

  @ParameterizedTest
  @EnumSource
  void thePageSaysWhatCaughtIt(WrongBuild build) throws Exception {
    assertThat(experiments.kills().get(build.words()))
        .as("%s", experiments.wrong().get(build))
        .isNotEmpty()
        .isEqualTo(KillColumn.read().get(build.words()));
  }

  @ParameterizedTest
  @EnumSource
  void theProductKeepsItsPromiseUnderTheSameFault(Fault fault) {
    experiments.requireKept(fault);
  }

  @Test
  void everyFaultIsMetByAWrongBuild() {
    assertThat(experiments.right()).containsOnlyKeys(Fault.values());
  }
}
