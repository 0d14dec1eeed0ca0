package io.offsetwise.bootstrap.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.cluster.SparkCluster;
import io.offsetwise.bootstrap.command.Program;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laboratory on a master with two workers: what halts in scope partition is an executor, and
 * its task is run again by another one.
 */
class ProveOnClusterIT {

  @RegisterExtension static final SparkCluster CLUSTER = new SparkCluster();

  private static final Duration BOUND = Duration.ofMinutes(10);

  @TempDir private Path folder;

  @Test
  @Tag("full")
  void everyGuaranteeIsKeptWhereExecutorsDie() throws Exception {
    Program.Running running =
        new Program(folder)
            .start("prove", "--master", CLUSTER.master(), "--database=postgresql", "--seed=11");
    Program.Ended ended = Program.end(running, BOUND);

    assertThat(ended.exitCode()).as("%s%n%s", ended.out(), ended.err()).isZero();
    assertThat(ended.out()).contains("8 of 8");
  }
}
