package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.local.LocalDatabase;
import io.offsetwise.bootstrap.audit.AuditRunner;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.domain.audit.AuditReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A broker that all share and a PostgreSQL of one's own, for jobs whose tasks are elsewhere. */
final class ClusterJobs implements BeforeAllCallback, AfterAllCallback {

  static final int PARTITIONS = 4;
  static final int PAYMENTS = 500;

  private final FaultServices services = new FaultServices();
  private LocalDatabase server;

  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    services.beforeAll(test);
    Path folder = Files.createTempDirectory("cluster-database");
    server = FaultDatabase.startPostgresql(folder, 0);
  }

  /** A job over a topic of this name that is full already, and has that name too. */
  FaultyJob job(String name) {
    return job(name, PAYMENTS);
  }

  /** The same with so many payments in each partition. */
  FaultyJob job(String name, int payments) {
    PaymentTopic topic = services.filledTopic(name, PARTITIONS, payments);
    return services.on(FaultDatabase.of(server).client(), services.job(topic));
  }

  /** What the job has stored. */
  StoredStream stored(String name) {
    return StoredStream.in(server.client(), new PaymentTopic(services.kafka(), name));
  }

  /** The properties by which spark-submit hands its settings on: two executors of one task. */
  static Map<String, String> submitted(FaultyJob job) {
    Map<String, String> properties = new HashMap<>();
    job.settings().forEach((key, value) -> properties.put("spark.offsetwise." + key, value));
    // A JVM that lives for seconds has no time to be compiled well.
    String shortLived = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    properties.put("spark.executor.extraJavaOptions", shortLived);
    properties.put("spark.executor.memory", "512m");
    properties.put("spark.executor.cores", "1");
    properties.put("spark.cores.max", "2");
    return properties;
  }

  /** What the job has stored, held against the log; everything must have been read. */
  static AuditReport audited(FaultyJob job) throws InterruptedException {
    AuditReport report = new AuditRunner(job.allSettings(), new Progress.Silent()).run();
    assertThat(report.isKept()).as("%s", report).isTrue();
    assertThat(report.sent()).isEqualTo((long) PARTITIONS * PAYMENTS);
    return report;
  }

  /** The same, where every record must be stored once. */
  static void requireExact(FaultyJob job) throws InterruptedException {
    AuditReport report = audited(job);
    assertThat(report.stored()).as("%s", report).isEqualTo(report.sent());
  }

  @Override
  public void afterAll(ExtensionContext test) {
    server.close();
  }
}
