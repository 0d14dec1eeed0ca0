package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash: the one of {@link WrongBuildsIT} that is caught all the time. */
class FirstWrongBuildIT {

  private static final List<WrongBuild> BUILDS = List.of(WrongBuild.OFFSETS_BEFORE_RESULTS);

  @Test
  void itIsCaughtAndTheProductIsNot(@TempDir Path folder) throws Exception {
    Experiments experiments = Experiments.run(BUILDS, folder);

    experiments.print();
    assertThat(experiments.kills()).hasSameSizeAs(BUILDS).doesNotContainValue("");
    assertThat(KillColumn.read()).containsAllEntriesOf(experiments.kills());
    experiments.right().keySet().forEach(experiments::requireKept);
  }
}
