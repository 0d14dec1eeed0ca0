package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.cluster.SparkCluster;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.ProcessSignal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.launcher.JavaModuleOptions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What dies, stands still or runs twice on a cluster, while a job goes on there. */
@Tag("full")
class ClusterFaultsIT {

  @RegisterExtension static final ClusterJobs JOBS = new ClusterJobs();
  @RegisterExtension static final SparkCluster CLUSTER = new SparkCluster();

  private static final Duration BOUND = Duration.ofMinutes(3);
  private static final int EXIT_FENCED = 6;

  @Test
  void aWorkerThatIsKilledTakesItsExecutorsAlong() throws Exception {
    FaultyJob job = slow("killed_worker");
    Program.Running running = submit(job, Map.of());

    awaitRows("killed_worker");
    CLUSTER.killOneWorker();
    CLUSTER.startWorker();
    Program.Ended ended = Program.end(running);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    ClusterJobs.requireExact(job);
  }

  /** Whoever cannot be heard is taken for dead, and wakes up when its task was run elsewhere. */
  @Test
  void anExecutorThatIsPausedWakesUpTooLate() throws Exception {
    FaultyJob job = slow("paused_executor");
    Program.Running running =
        submit(
            job,
            Map.of(
                "spark.network.timeout", "6s",
                "spark.executor.heartbeatInterval", "1s",
                "spark.network.timeoutInterval", "1s"));

    awaitRows("paused_executor");
    ProcessHandle paused = CLUSTER.executors().get(0);
    ProcessSignal.STOP.sendTo(paused.pid());
    awaitWord(running, "Removing executor .* with no recent heartbeats");
    ProcessSignal.CONT.sendTo(paused.pid());
    Program.Ended ended = Program.end(running);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    ClusterJobs.requireExact(job);
  }

  @Test
  void aSpeculativeCopySavesNothingTwice() throws Exception {
    FaultyJob job = slow("speculated");
    Program.Running running =
        submit(
            job,
            Map.of(
                "spark.speculation", "true",
                "spark.speculation.interval", "100ms",
                "spark.speculation.quantile", "0.5",
                "spark.speculation.minTaskRuntime", "100ms"));

    awaitRows("speculated");
    ProcessHandle paused = CLUSTER.executors().get(0);
    ProcessSignal.STOP.sendTo(paused.pid());
    awaitWord(running, "as speculatable|speculative");
    awaitWord(running, "Starting task .* \\(TID");
    ProcessSignal.CONT.sendTo(paused.pid());
    Program.Ended ended = Program.end(running);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    ClusterJobs.requireExact(job);
  }

  /** No task is run again: the job ends, and what was in flight is lost and never repeated. */
  @Test
  void underAtMostOnceALostExecutorEndsTheJob() throws Exception {
    FaultyJob job = slow("lost_at_most_once").with("job.guarantee", "at-most-once");
    Program.Running running = submit(job, Map.of());

    awaitRows("lost_at_most_once");
    CLUSTER.executors().forEach(ProcessHandle::destroyForcibly);
    Program.Ended ended = Program.end(running);
    Program.Ended second = Program.end(submit(job, Map.of()));

    assertThat(ended.exitCode()).as(ended.err()).isNotZero();
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(ClusterJobs.audited(job).stored())
        .isLessThanOrEqualTo((long) ClusterJobs.PARTITIONS * ClusterJobs.PAYMENTS);
  }

  @Test
  void aDriverThatIsKilledIsStartedAgainByItsSupervisor() throws Exception {
    FaultyJob job = slow("supervised");
    List<String> options =
        new ArrayList<>(List.of("--deploy-mode", "cluster", "--supervise", "--driver-memory"));
    options.addAll(
        List.of("512m", "--driver-java-options", JavaModuleOptions.defaultModuleOptions()));
    Program.end(CLUSTER.submit(options, ClusterJobs.submitted(job), "run", "--until-caught-up"));

    awaitRows("supervised");
    CLUSTER.drivers().forEach(ProcessHandle::destroyForcibly);

    StoredStream stored = JOBS.stored("supervised");
    Awaitility.await()
        .atMost(BOUND)
        .until(() -> stored.ledger().size() == ClusterJobs.PARTITIONS * ClusterJobs.PAYMENTS);
    ClusterJobs.requireExact(job);
    assertThat(stored.epoch()).as("claims").isGreaterThan(1);
  }

  @Test
  void ofTwoDriversTheOlderOneIsFenced() throws Exception {
    FaultyJob job = JOBS.job("two_drivers");
    // a minute of records, so that it is at work when the younger one is ready at last
    FaultyJob slower = job.with("kafka.max-rate-per-partition", "10");
    Program.Running older = submit(slower, Map.of("spark.cores.max", "1"));

    awaitRows("two_drivers");
    Program.Ended younger = Program.end(submit(job, Map.of("spark.cores.max", "1")));
    Program.Ended fenced = Program.end(older);

    assertThat(younger.exitCode()).as(younger.err()).isZero();
    assertThat(fenced.exitCode()).as(fenced.err()).isEqualTo(EXIT_FENCED);
    ClusterJobs.requireExact(job);
  }

  /** Many small batches, so that something is in flight whenever something happens. */
  private static FaultyJob slow(String name) {
    return JOBS.job(name).with("kafka.max-rate-per-partition", "100");
  }

  private static Program.Running submit(FaultyJob job, Map<String, String> more) throws Exception {
    Map<String, String> properties = new HashMap<>(ClusterJobs.submitted(job));
    properties.putAll(more);
    return CLUSTER.submit(List.of(), properties, "run", "--until-caught-up");
  }

  private static void awaitRows(String name) {
    StoredStream stored = JOBS.stored(name);
    Awaitility.await()
        .atMost(BOUND)
        .ignoreExceptions() // before there are tables
        .until(() -> !stored.ledger().isEmpty());
  }

  /** Spark tells the driver's log what it thinks of its executors. */
  private static void awaitWord(Program.Running running, String pattern) {
    Awaitility.await()
        .atMost(BOUND)
        .until(
            () ->
                !running.isAlive()
                    || Files.readString(running.err())
                        .lines()
                        .anyMatch(line -> line.matches(".*(" + pattern + ").*")));
    assertThat(running.isAlive()).as("the job, before its executor woke up").isTrue();
  }
}
