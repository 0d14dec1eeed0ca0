package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.cluster.SparkCluster;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.notes.RecipeJar;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The one jar, submitted to a cluster by spark-submit: a master, two workers, a broker and a
 * PostgreSQL, each a process.
 */
class SubmittedJobIT {

  @RegisterExtension static final ClusterJobs JOBS = new ClusterJobs();
  @RegisterExtension static final SparkCluster CLUSTER = new SparkCluster();

  private static final Duration BOUND = Duration.ofMinutes(3);

  private static final List<String> ON_A_WORKER =
      List.of(
          "--deploy-mode",
          "cluster",
          "--driver-memory",
          "512m",
          "--driver-java-options", // which a standalone master does not add by itself
          JavaModuleOptions.defaultModuleOptions(),
          "--conf",
          "spark.standalone.submit.waitAppCompletion=true");

  /**
   * A job of one's own, on a driver that runs on a worker. The answer of the cluster is all that
   * whoever submits gets: the exit code is the driver's.
   */
  @Test
  void aJobOfOnesOwnComesAlongToADriverOnAWorker(@TempDir Path folder) throws Exception {
    FaultyJob job = JOBS.job("on_a_worker").with("job.kind", "arrivals").with("job.scope", "batch");
    String jar = "--jar=" + RecipeJar.build(folder);

    Program.Ended ended =
        Program.end(
            CLUSTER.submit(
                ON_A_WORKER, ClusterJobs.submitted(job), "run", "--until-caught-up", jar));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    Awaitility.await()
        .atMost(BOUND)
        .untilAsserted(() -> assertThat(CLUSTER.state()).contains("\"state\" : \"FINISHED\""));
    assertThat(JOBS.stored("on_a_worker").saved())
        .isEqualTo((long) ClusterJobs.PARTITIONS * ClusterJobs.PAYMENTS);
  }

  @Tag("full")
  @ParameterizedTest
  @MethodSource("everything")
  void everyGuaranteeIsKeptInEveryScope(DeliveryGuarantee guarantee, SaveScope scope)
      throws Exception {
    String name = guarantee.key().substring(0, 8) + "_" + scope.key() + "_submitted";
    FaultyJob job =
        JOBS.job(name.replace('-', '_'))
            .with("job.guarantee", guarantee.key())
            .with("job.scope", scope.key());

    Program.Ended ended =
        Program.end(
            CLUSTER.submit(List.of(), ClusterJobs.submitted(job), "run", "--until-caught-up"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    ClusterJobs.requireExact(job);
  }

  /** A cluster within the driver: its executors are processes, and no server has to be there. */
  @Tag("full")
  @Test
  void executorsOfALocalClusterKeepTheGuaranteeToo() throws Exception {
    FaultyJob job = JOBS.job("local_cluster");

    Program.Ended ended =
        Program.end(
            CLUSTER.submitTo(
                "local-cluster[2,1,1024]",
                List.of(),
                ClusterJobs.submitted(job),
                "run",
                "--until-caught-up"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    ClusterJobs.requireExact(job);
  }

  static Stream<Arguments> everything() {
    return Arrays.stream(DeliveryGuarantee.values())
        .flatMap(
            guarantee ->
                Arrays.stream(SaveScope.values()).map(scope -> Arguments.of(guarantee, scope)));
  }

  /** Each runs what the other was given, and one more has taken the place of the killed one. */
  @Test
  void anExecutorThatIsKilledLosesNothing() throws Exception {
    FaultyJob job = JOBS.job("killed_executor").with("kafka.max-rate-per-partition", "100");
    StoredStream stored = JOBS.stored("killed_executor");
    Program.Running running =
        CLUSTER.submit(List.of(), ClusterJobs.submitted(job), "run", "--until-caught-up");

    awaitRows(stored, 1);
    ProcessHandle victim = CLUSTER.executors().get(0);
    victim.destroyForcibly();
    Program.Ended ended = Program.end(running);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    ClusterJobs.requireExact(job);
  }

  private static void awaitRows(StoredStream stored, int atLeast) {
    Awaitility.await()
        .atMost(BOUND)
        .ignoreExceptions() // before there are tables
        .until(() -> stored.ledger().size() >= atLeast);
  }
}
