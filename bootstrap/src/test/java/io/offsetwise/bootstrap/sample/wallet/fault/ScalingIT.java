package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.cluster.SparkCluster;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.notes.RecipeJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * One executor of one core beside two of them, in one run. The job works for some 100 microseconds
 * on each record: on two processors a job that only reads and writes leaves nothing for a second
 * executor, because broker, database and driver take the other one. docs/cluster.md has what this
 * prints.
 */
@Tag("alone")
@Timeout(600)
class ScalingIT {

  @RegisterExtension static final ClusterJobs JOBS = new ClusterJobs();
  @RegisterExtension static final SparkCluster CLUSTER = new SparkCluster();

  private static final Duration BOUND = Duration.ofMinutes(5);
  private static final int PAYMENTS = 100_000;

  /** Nothing that a compiler could leave out. */
  private static final String WORK =
      """
      java.util.SplittableRandom numbers = new java.util.SplittableRandom(record.offset());
      for (int i = 0; i < 60_000; i++) {
        if (numbers.nextLong() == 0) {
          return;
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void aSecondExecutorTakesItsShare() throws Exception {
    String jar = "--jar=" + RecipeJar.build(folder, WORK);
    double one = drained("one_core", 1, jar);
    double two = drained("two_cores", 2, jar);

    System.out.printf(
        "records a second: one executor %.0f, two executors %.0f, ratio %.2f%n",
        one, two, two / one);
    assertThat(two).as("records a second with two executors").isGreaterThan(1.2 * one);
  }

  /** Reads all that waits in a topic of its own; records a second, once it is warm. */
  private static double drained(String name, int executors, String jar) throws Exception {
    FaultyJob job =
        JOBS.job(name, PAYMENTS)
            .with("job.kind", "arrivals")
            .with("job.batch-interval", "200ms")
            .with("kafka.max-rate-per-partition", "5000");
    Map<String, String> properties = new HashMap<>(ClusterJobs.submitted(job));
    properties.put("spark.cores.max", Integer.toString(executors));
    properties.remove("spark.executor.extraJavaOptions"); // what is measured is compiled

    Program.Ended ended =
        Program.end(CLUSTER.submit(List.of(), properties, "run", "--until-caught-up", jar), BOUND);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    StoredStream stored = JOBS.stored(name);
    assertThat(stored.saved()).isEqualTo((long) ClusterJobs.PARTITIONS * PAYMENTS);
    return stored.savedPerSecond();
  }
}
