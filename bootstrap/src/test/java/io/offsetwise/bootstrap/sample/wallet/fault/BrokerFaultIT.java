package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.DataFolder;
import io.offsetwise.bootstrap.run.ProcessSignal;
import io.offsetwise.bootstrap.sample.wallet.WalletReport;
import io.offsetwise.bootstrap.sample.wallet.run.PrintedSummary;
import io.offsetwise.domain.offset.StreamName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The broker goes away while a job runs whose results are in a database of its own: the job ends by
 * itself within bounds, and the next run is exact.
 */
class BrokerFaultIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int RECORDS = 2_000;
  private static final int FAILED = 1;
  private static final int UNAVAILABLE = 4;

  @TempDir private Path folder;

  private Program program;

  @AfterEach
  void stopServices() throws Exception {
    if (program != null) {
      program.run("local", "stop");
    }
  }

  /** One that is open writes to its folder, which is deleted. */
  @AfterEach
  void closeDatabases() throws Exception {
    PerJvm.close(embedded("half-open"));
    PerJvm.close(embedded("results"));
  }

  @Test
  void aBrokerThatDoesNotAnswerAnyMoreEndsTheJobInTime() throws Exception {
    PaymentTopic topic = SERVICES.filledTopic("half-open", 1, RECORDS);
    FaultyJob job =
        SERVICES
            .job(topic)
            .with("storage.jdbc.url", embedded("half-open").url())
            .with("kafka.timeout", "2s")
            .with("kafka.max-rate-per-partition", "50");
    try (Driver driver = job.startProcess()) {
      StoredStream stored = StoredStream.in(embedded("half-open"), topic);
      awaitResults(stored);
      ProcessSignal.STOP.sendTo(SERVICES.pid());
      try {
        await().atMost(BOUND).until(() -> !driver.isAlive());
      } finally {
        ProcessSignal.CONT.sendTo(SERVICES.pid());
      }

      assertThat(driver.end().exitCode()).isIn(FAILED, UNAVAILABLE);
      job.with("kafka.max-rate-per-partition", "10000").untilCaughtUp();
      job.disconnect();
      assertThat(stored.ledger()).isEqualTo(Places.of("half-open-0", 0, RECORDS).asList());
    }
  }

  @Tag("full")
  @ParameterizedTest
  @CsvSource({"own, transactional-exactly-once", "kafka, idempotent-exactly-once"})
  void aBrokerThatIsKilledEndsTheJobAndTheNextRunIsExact(String storage, String guarantee)
      throws Exception {
    program = new Program(folder);
    Program.Ended started = program.run("local", "start");
    assertThat(started.exitCode()).as(started.err()).isZero();
    String[] run = {
      "run",
      "--until-caught-up",
      "-ojson",
      "--records=" + RECORDS,
      "-Djob.batch-interval=100ms",
      "-Dkafka.timeout=2s",
      "-Dkafka.max-rate-per-partition=50",
      "-Dstorage.jdbc.url=" + embedded("results").url(),
      "-Doffsets.storage=" + storage,
      "-Djob.guarantee=" + guarantee,
      "--compare"
    };
    Program.Running job = program.start(run);
    awaitResults(new StoredStream(PerJvm.get(embedded("results")), new StreamName("wallet")));

    long pid = DataFolder.standardIn(folder).services().orElseThrow().pid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    await().atMost(BOUND).until(() -> !job.isAlive());
    Program.Ended ended = Program.end(job);

    assertThat(ended.exitCode()).as(ended.err()).isIn(FAILED, UNAVAILABLE);
    run[6] = "-Dkafka.max-rate-per-partition=10000";
    assertThat(PrintedSummary.ofSuccess(program.run(run)))
        .returns(OptionalLong.of(RECORDS), WalletReport::ledgerEntries)
        .returns(OptionalLong.of(RECORDS), WalletReport::distinctPayments);
  }

  private static void awaitResults(StoredStream stored) {
    await()
        .atMost(BOUND)
        .ignoreExceptions() // the job makes the database and its tables
        .until(() -> !stored.ledger().isEmpty());
  }

  /** A database of the job's own process, which lets others look at it. */
  private JdbcSettings embedded(String name) {
    return JdbcSettings.pooled(
        "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0;AUTO_SERVER=TRUE",
        new Credentials.None());
  }
}
