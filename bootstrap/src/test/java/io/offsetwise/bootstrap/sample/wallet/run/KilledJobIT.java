package io.offsetwise.bootstrap.sample.wallet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.local.ServicesStatus;
import io.offsetwise.bootstrap.run.DataFolder;
import io.offsetwise.bootstrap.sample.wallet.WalletReport;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code kill -9} of the job at random moments: what is stored in the end equals a replay of
 * Kafka's log, to the cent. Another schedule: {@code -Doffsetwise.tests.seed=N}.
 */
class KilledJobIT {

  private static final Logger LOG = LoggerFactory.getLogger(KilledJobIT.class);
  private static final StreamName STREAM = new StreamName("wallet");
  private static final long SEED = Long.getLong("offsetwise.tests.seed", 20_261);

  /** Each costs the start of a JVM; ten of them in the profile {@code full}. */
  private static final int KILLS = Boolean.getBoolean("offsetwise.tests.full") ? 10 : 3;

  private static final int ENOUGH_KILLS_HALF_WAY = KILLS * 7 / 10;
  private static final long RECORDS = 40_000;

  /** Ten of these, and what passes until the kills strike, stay well below all records. */
  private static final int MOST_RECORDS_BEFORE_KILL = 2_500;

  private static final int LONGEST_DELAY_MS = 250;
  private static final int KILLED = 137;
  private static final Duration BOUND = Duration.ofMinutes(2);

  /** Small batches without a pause: the job is saving nearly all of the time. */
  private static final String[] RUN = {
    "run",
    "--until-caught-up",
    "-ojson",
    "-Djob.batch-interval=20ms",
    "-Dkafka.max-rate-per-partition=3000"
  };

  @TempDir private Path folder;

  private Program program;
  private DataFolder data;

  @BeforeEach
  void startServices() {
    program = new Program(folder);
    data = DataFolder.standardIn(folder);
    Program.Ended started = program.runHere("local", "start");
    assertThat(started.exitCode()).as(started.err()).isZero();
    Program.Ended fed = program.runHere("produce", "--records=" + RECORDS);
    assertThat(fed.exitCode()).as(fed.err()).isZero();
  }

  @AfterEach
  void stopServices() {
    program.runHere("local", "stop");
  }

  @Test
  void killsChangeNoCent() throws Exception {
    LOG.warn("kills by seed {}", SEED);
    Random random = new Random(SEED);
    ServicesStatus services = data.services().orElseThrow();
    try (JdbcConnections database = data.database().open()) {
      List<Long> reached = new ArrayList<>();
      long saved = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        saved = runUntilKilled(saved, random, database);
        reached.add(saved);
      }
      LOG.warn("records saved at each kill: {}", reached);
      assertThat(reached.stream().filter(records -> records < RECORDS))
          .as("kills that struck after progress and before the end; seed %d", SEED)
          .hasSizeGreaterThanOrEqualTo(ENOUGH_KILLS_HALF_WAY);

      WalletReport last = PrintedSummary.ofSuccess(program.runHere(RUN));

      Positions end = positions(database);
      WalletContents expected = WalletContents.replayed(data.kafka(), end);
      assertThat(expected.ledger()).hasSize((int) RECORDS);
      WalletContents stored =
          WalletContents.stored(
              database, STREAM, DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan());
      assertThat(stored.differencesFrom(expected)).as("seed %d", SEED).isEmpty();
      assertThat(last)
          .returns(OptionalLong.of(RECORDS), WalletReport::ledgerEntries)
          .returns(last.sumOfPayments(), WalletReport::sumOfBalances);
    }
    assertThat(data.services().orElseThrow())
        .as("the broker and the database lived on")
        .returns(services.pid(), ServicesStatus::pid)
        .returns(services.addresses(), ServicesStatus::addresses);
  }

  /**
   * Starts a run and kills it a random time after it has saved a random number of records.
   *
   * @param before number of records that were saved before
   * @return number of records that were saved in the end
   */
  private long runUntilKilled(long before, Random random, JdbcConnections database)
      throws Exception {
    long target = before + 1 + random.nextInt(MOST_RECORDS_BEFORE_KILL);
    Executor later =
        CompletableFuture.delayedExecutor(random.nextInt(LONGEST_DELAY_MS), TimeUnit.MILLISECONDS);
    Program.Running run = program.start(RUN);
    await()
        .atMost(BOUND)
        .pollInterval(Duration.ofMillis(10))
        .ignoreException(StoppedException.class) // the first run makes the tables
        .until(() -> saved(database) >= target || !run.isAlive());
    CompletableFuture.runAsync(run.process()::destroyForcibly, later).join();

    Program.Ended ended = Program.end(run);

    assertThat(ended.exitCode()).as(ended.err()).isIn(KILLED, 0);
    return saved(database);
  }

  private static long saved(JdbcConnections database) {
    return positions(database).nextOffsets().values().stream().mapToLong(Long::longValue).sum();
  }

  private static Positions positions(JdbcConnections database) {
    return new JdbiOffsetStore(database).nextOffsets(STREAM);
  }
}
