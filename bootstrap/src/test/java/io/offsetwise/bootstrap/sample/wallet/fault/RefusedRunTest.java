package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs that must not begin: nothing is started for them, no broker is asked and no stream is
 * claimed, since that would end a driver that works.
 */
class RefusedRunTest {

  /** Nobody listens there: whoever asks it fails otherwise. */
  private static final String NO_BROKER = "127.0.0.1:1";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at-least-once | spark.streaming.concurrentJobs | 2"
            + " | spark.streaming.concurrentJobs = 2 is refused",
        "at-least-once | spark.streaming.kafka.maxRatePerPartition | 0"
            + " | spark.streaming.kafka.maxRatePerPartition = 0 is refused",
        "at-most-once | spark.task.maxFailures | 4 | spark.task.maxFailures = 4 is refused",
        "at-most-once | spark.speculation | true | spark.speculation = true is refused",
        "at-most-once | spark.master | local[2,4] | spark.master = local[2,4] is refused",
        "at-least-once | kafka.properties.enable.auto.commit | true"
            + " | Kafka's property enable.auto.commit = true is refused",
        "at-least-once | kafka.properties.auto.offset.reset | latest"
            + " | Kafka's property auto.offset.reset = latest is refused",
        "at-least-once | kafka.properties.allow.auto.create.topics | true"
            + " | Kafka's property allow.auto.create.topics = true is refused",
        "at-least-once | kafka.properties.group.id | mine"
            + " | Kafka's property group.id = mine is refused",
        "transactional-exactly-once | offsets.jdbc.url | jdbc:h2:tcp://127.0.0.1/offsets"
            + " | needs one transaction that holds both results and offsets",
        "at-least-once | spark.master | spark://127.0.0.1:7077"
            + " | the database belongs to one process",
        "at-least-once | spark.master | local-cluster[2,1,1024]"
            + " | the database belongs to one process",
        "at-least-once | spark.dynamicAllocation.enabled | true"
            + " | spark.dynamicAllocation.enabled = true is refused",
        "at-most-once | offsets.storage | checkpoint | runs pending batches again",
      })
  void whatBreaksTheGuaranteeIsRefused(
      String guarantee, String key, String value, String expected) {
    Map<String, String> settings = settings();
    settings.put("job.guarantee", guarantee);
    settings.put(key, value);

    Stop stop = refused(settings);

    assertThat(stop.exitCode()).isEqualTo(5);
    assertThat(stop.message()).contains(expected);
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kafka.bootstrap-servers | kafka.bootstrap-servers = local: that broker listens on this",
        "storage.jdbc.url | storage.jdbc.url = local: that database listens on this machine",
      })
  void whatOneMachineKeepsToItselfIsRefusedWithACluster(String key, String expected) {
    Map<String, String> settings = settings();
    settings.put("storage.jdbc.url", "jdbc:h2:tcp://database/payments");
    settings.put("spark.master", "spark://cluster:7077");
    settings.put(key, "local");

    Stop stop = refused(settings);

    assertThat(stop.exitCode()).isEqualTo(5);
    assertThat(stop.message())
        .contains("spark.master = spark://cluster:7077 is refused with " + expected);
    assertThat(folder).isEmptyDirectory();
  }

  private static Stop refused(Map<String, String> settings) {
    JobRunner runner =
        new JobRunner(
            Configuration.load(Optional.empty(), settings).settings(),
            new RunOptions(RunLimit.UNTIL_CAUGHT_UP, OptionalLong.empty()),
            new StopRequest(),
            new Progress.Silent());
    return Stop.of(catchThrowable(runner::run));
  }

  private Map<String, String> settings() {
    return new HashMap<>(
        Map.of(
            "data-dir",
            folder.toString(),
            "kafka.bootstrap-servers",
            NO_BROKER,
            "storage.jdbc.url",
            "jdbc:h2:file:" + folder.resolve("wallets") + ";WRITE_DELAY=0"));
  }
}
