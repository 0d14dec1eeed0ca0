package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.local.LocalDatabase;
import io.offsetwise.bootstrap.audit.AuditRunner;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.domain.audit.AuditReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The server of the database is killed by {@code kill -9} while the job saves, and comes back. */
class KilledPostgresqlIT {

  @RegisterExtension static final FaultServices SERVICES = new FaultServices();

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final int PAYMENTS = 50;
  private static final int LONGEST_PAUSE_MS = 300;

  @TempDir private Path folder;

  @Test
  void theJobOutlastsOneKill() throws Exception {
    requireExactAfter(1, 7);
  }

  @Test
  @Tag("full")
  void theJobOutlastsTenKills() throws Exception {
    requireExactAfter(10, 11);
  }

  /** As after a loss of power on a disk that had promised more than it kept. */
  @Test
  @Tag("full")
  void anOlderCopyOfTheDatabaseIsReadOnFrom(@TempDir Path copy) throws Exception {
    LocalDatabase server = FaultDatabase.startPostgresql(folder, 0);
    int port = server.port();
    PaymentTopic topic = SERVICES.filledTopic("older_copy", 2, PAYMENTS);
    FaultyJob job = SERVICES.on(FaultDatabase.of(server).client(), SERVICES.job(topic));
    job.untilCaughtUp();
    job.disconnect();
    server.close();
    copyAll(folder, copy);
    server = FaultDatabase.startPostgresql(folder, port);
    topic.pay(0, PAYMENTS);
    job.untilCaughtUp();
    job.disconnect();
    server.close();

    LocalDatabase older = FaultDatabase.startPostgresql(copy, port);
    topic.pay(1, PAYMENTS);
    job.untilCaughtUp();

    AuditReport report = new AuditRunner(job.allSettings(), new Progress.Silent()).run();
    older.close();
    assertThat(report.isKept()).as("%s", report).isTrue();
    assertThat(report.sent()).isEqualTo(4L * PAYMENTS);
    assertThat(report.stored()).isEqualTo(report.sent());
  }

  /** With owners and rights, which the server insists on. */
  private static void copyAll(Path from, Path to) throws Exception {
    Process copying =
        new ProcessBuilder("cp", "-a", from + "/.", to.toString()).inheritIO().start();
    assertThat(copying.waitFor()).isZero();
  }

  private void requireExactAfter(int kills, long seed) throws Exception {
    Random random = new Random(seed);
    LocalDatabase server = FaultDatabase.startPostgresql(folder, 0);
    int port = server.port();
    PaymentTopic topic = SERVICES.topic("killed_server_" + kills, 2);
    FaultyJob job = SERVICES.on(FaultDatabase.of(server).client(), SERVICES.job(topic));
    try (RunningJob running = job.start()) {
      awaitSaved(running, server, topic, pay(topic, 0, 0));
      for (int kill = 1; kill <= kills; kill++) {
        long sent = pay(topic, kill % 2, (long) PAYMENTS * kill);
        // Somewhere in a save, and not in the same place each time.
        Thread.sleep(random.nextInt(LONGEST_PAUSE_MS));
        kill();
        server.close(); // what this JVM holds of it
        server = FaultDatabase.startPostgresql(folder, port);
        awaitSaved(running, server, topic, sent);
      }
      running.stopAndWait();
    }
    AuditReport report = new AuditRunner(job.allSettings(), new Progress.Silent()).run();
    server.close();
    assertThat(report.isKept()).as("%s", report).isTrue();
    assertThat(report.sent()).isEqualTo(PAYMENTS * (kills + 1L));
    assertThat(report.stored()).isEqualTo(report.sent());
  }

  private static long pay(PaymentTopic topic, int partition, long before) {
    topic.pay(partition, PAYMENTS);
    return before + PAYMENTS;
  }

  private static void awaitSaved(
      RunningJob running, LocalDatabase server, PaymentTopic topic, long sent) {
    StoredStream stored = StoredStream.in(server.client(), topic);
    Awaitility.await()
        .atMost(BOUND)
        .ignoreExceptions() // of a connection that the kill has broken
        .until(() -> running.run().isDone() || stored.ledger().size() == sent);
    assertThat(running.run()).as("the job").isNotDone();
  }

  private void kill() throws Exception {
    String number = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(number)).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().get();
  }
}
