package io.offsetwise.bootstrap.sample.wallet.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.sample.wallet.run.PrintedSummary;
import io.offsetwise.bootstrap.sample.wallet.run.WalletContents;
import io.offsetwise.bootstrap.stream.CheckpointContents;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of a driver that has stored the results of a batch, while Spark keeps the
 * offsets: a fresh process recovers from Spark's files and runs that batch again.
 */
class KilledCheckpointIT {

  private static final long RECORDS = 1_500;

  /** 100 records of a partition in a batch of 100 ms. */
  private static final String RATE = "-Dkafka.max-rate-per-partition=1000";

  private static final String OTHER_RATE = "-Dkafka.max-rate-per-partition=999";
  private static final String ONE_TASK = "-Dspark.master=local[1]";
  private static final String STORAGE = "-Doffsets.storage=checkpoint";

  /** A record of the second batch. */
  private static final TopicPartition PARTITION = new TopicPartition("right", 1);

  private static final long OFFSET = 150;
  private static final long BEGIN_OF_ITS_BATCH = 100;
  private static final String PLANTED = "planted-secret-4711";
  private static final int UNAVAILABLE = 4;
  private static final int PROTECTED = 7;
  private static final int KILLED = 137;
  private static final Duration BOUND = Duration.ofMinutes(2);

  @TempDir private static Path folder;

  private static FedServices services;

  @BeforeAll
  static void startServices() throws Exception {
    services = new FedServices(folder);
    services.start(RECORDS);
  }

  @AfterAll
  static void stopServices() throws Exception {
    services.stop();
  }

  @Test
  void underAtLeastOnceTheBatchInFlightIsRepeatedAndNothingIsLost() throws Exception {
    KilledStream stream =
        new KilledStream(
            DeliveryGuarantee.AT_LEAST_ONCE, SaveScope.BATCH, OffsetStorage.CHECKPOINT);
    CheckpointContents checkpoint = CheckpointContents.standardIn(folder, stream.name());
    Program.Running driver = parked(stream, checkpoint);
    Program.Ended second = services.refused(stream, STORAGE, RATE);
    HaltedSave halted = kill(driver, stream);
    Program.Ended other = Program.end(services.startJob(stream, STORAGE, OTHER_RATE));

    requireEnd(second, UNAVAILABLE, checkpoint.folder() + " is in use: another driver");
    assertThat(checkpoint.positions().of(PARTITION)).hasValue(BEGIN_OF_ITS_BATCH);
    requireEnd(
        other, PROTECTED, "other values of spark.streaming.kafka.maxRatePerPartition: Spark");
    assertThat(other.err()).contains("delete this folder to go on from", "positions.json");

    PrintedSummary.ofSuccess(Program.end(services.startJob(stream, STORAGE, RATE)));

    assertThat(recoveries(stream)).hasSize(1);
    WalletContents replayed = replayed(stream, checkpoint.positions());
    WalletContents stored = services.stored(stream);
    assertThat(stored.differencesFrom(halted.predicted(replayed, CrashOutcome.REPEATED)))
        .as("records of %s: repeated", halted.ranges())
        .isEmpty();

    long again =
        PrintedSummary.ofSuccess(Program.end(services.startJob(stream, STORAGE, RATE))).records();

    assertThat(again).as("after an end in good order nothing is repeated").isZero();
    assertThat(services.stored(stream).differencesFrom(stored)).isEmpty();
    assertThat(recoveries(stream)).hasSize(1);
  }

  @Tag("full")
  @Test
  void underIdempotentNothingIsRepeatedThoughTheNewestFileIsTorn() throws Exception {
    KilledStream stream =
        new KilledStream(
            DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE,
            SaveScope.PARTITION,
            OffsetStorage.CHECKPOINT);
    CheckpointContents checkpoint = CheckpointContents.standardIn(folder, stream.name());
    String[] settings = {STORAGE, RATE, secret()};
    kill(parked(stream, checkpoint, settings), stream);
    requireNoSecret(checkpoint);
    List<Path> files = checkpoint.files(1);
    Path newest = files.get(files.size() - 1);
    tear(newest);

    PrintedSummary.ofSuccess(Program.end(services.startJob(stream, settings)));

    assertThat(recoveries(stream)).hasSize(1);
    assertThat(log()).anyMatch(line -> line.contains(newest + " cannot be read"));
    WalletContents replayed = replayed(stream, checkpoint.positions());
    assertThat(services.stored(stream).differencesFrom(replayed)).isEmpty();
  }

  /** A driver that stands behind the results of its second batch, which Spark knows it began. */
  private static Program.Running parked(
      KilledStream stream, CheckpointContents checkpoint, String... further) throws Exception {
    Path marker = marker(stream);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        new ParkingPoint(marker.toString(), FailurePoint.AFTER_LAST_COMMIT, PARTITION, OFFSET)
            .asArguments());
    arguments.addAll(services.settingsOf(stream, ONE_TASK));
    arguments.addAll(further.length == 0 ? List.of(STORAGE, RATE) : List.of(further));
    Program.Running driver = services.start(ParkedJob.class, arguments);
    await().atMost(BOUND).until(() -> Files.exists(marker) || !driver.isAlive());
    await()
        .atMost(BOUND)
        .until(() -> isNewerThan(marker, checkpoint.files(1)) || !driver.isAlive());
    return driver;
  }

  private static boolean isNewerThan(Path marker, List<Path> files) throws IOException {
    return !files.isEmpty()
        && Files.getLastModifiedTime(files.get(files.size() - 1))
                .compareTo(Files.getLastModifiedTime(marker))
            > 0;
  }

  private static HaltedSave kill(Program.Running driver, KilledStream stream) throws Exception {
    driver.process().destroyForcibly();
    Program.Ended ended = Program.end(driver);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(KILLED);
    return HaltedSave.readFrom(marker(stream));
  }

  private static WalletContents replayed(KilledStream stream, Positions end) {
    WalletContents replayed = services.replayed(end);
    assertThat(replayed.ledger()).as(stream + " is read to the end").hasSize((int) RECORDS);
    return replayed;
  }

  private static void requireEnd(Program.Ended ended, int exitCode, String message) {
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat(ended.err()).contains(message);
  }

  private static List<String> recoveries(KilledStream stream) throws IOException {
    return log()
        .filter(line -> line.contains("recovering from"))
        .filter(line -> line.contains("/" + stream + "/"))
        .toList();
  }

  private static Stream<String> log() throws IOException {
    return Files.readAllLines(folder.resolve(".offsetwise").resolve("logs").resolve("run.log"))
        .stream();
  }

  /** Without TLS Kafka resolves the reference and makes nothing of the value. */
  private static String secret() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), PLANTED);
    return "-Dkafka.properties.ssl.truststore.password=${file:" + file + "}";
  }

  private static void requireNoSecret(CheckpointContents checkpoint) throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(checkpoint.folder())))
        .isEqualTo("rwx------");
    String password = services.databasePassword();
    assertThat(checkpoint.plainTexts())
        .hasSizeGreaterThan(2)
        .anyMatch(text -> text.contains("ssl.truststore.password"))
        .anyMatch(text -> text.contains("${file:"))
        .noneMatch(text -> text.contains(PLANTED))
        .noneMatch(text -> text.contains(password));
  }

  private static void tear(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
  }

  private static Path marker(KilledStream stream) {
    return folder.resolve("halted-" + stream);
  }
}
