package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.local.LocalDatabase;
import io.offsetwise.bootstrap.audit.AuditRunner;
import io.offsetwise.bootstrap.cluster.SparkCluster;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.domain.audit.AuditReport;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The one jar, submitted to a cluster by spark-submit: a master, two workers, a broker and a
 * PostgreSQL, each a process.
 */
class SubmittedJobIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();
  @RegisterExtension static final SparkCluster CLUSTER = new SparkCluster();

  private static final int PARTITIONS = 4;
  private static final int PAYMENTS = 500;

  private static LocalDatabase server;

  @BeforeAll
  static void startDatabase(@TempDir Path folder) {
    server = FaultDatabase.startPostgresql(folder, 0);
  }

  @AfterAll
  static void stopDatabase() {
    server.close();
  }

  @Test
  void theDriverRunsWhereItIsSubmitted() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("submitted", PARTITIONS, PAYMENTS);
    FaultyJob job = job(topic);

    Program.Ended ended =
        Program.end(
            CLUSTER.submit(List.of(), submitted(job), "run", "--until-caught-up", "-ojson"));

    assertThat(ended.exitCode()).as("%s%n%s", ended.err(), CLUSTER.state()).isZero();
    assertThat(ended.out()).contains("\"records\" : " + PARTITIONS * PAYMENTS);
    requireExact(job);
  }

  private static FaultyJob job(PaymentTopic topic) {
    return SERVICES.on(FaultDatabase.of(server).client(), SERVICES.job(topic));
  }

  private static Map<String, String> submitted(FaultyJob job) {
    Map<String, String> properties = new HashMap<>();
    job.settings().forEach((key, value) -> properties.put("spark.offsetwise." + key, value));
    properties.put("spark.executor.memory", "512m");
    properties.put("spark.executor.cores", "1");
    properties.put("spark.cores.max", "2");
    return properties;
  }

  private static void requireExact(FaultyJob job) throws Exception {
    AuditReport report = new AuditRunner(job.allSettings(), new Progress.Silent()).run();
    assertThat(report.isKept()).as("%s", report).isTrue();
    assertThat(report.sent()).isEqualTo((long) PARTITIONS * PAYMENTS);
    assertThat(report.stored()).isEqualTo(report.sent());
  }
}
