package io.offsetwise.bootstrap.sample.wallet.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.sample.wallet.run.WalletContents;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.guarantee.SaveStep;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} of a process that stands between the two commits of a save, or inside the one
 * that there is: what becomes of each record is what the plan predicts.
 */
@Tag("full")
class KilledAtFailurePointIT {

  private static final long RECORDS = 1_500;

  /** 100 records of a partition in a batch of 100 ms. */
  private static final String RATE = "-Dkafka.max-rate-per-partition=1000";

  /** One task at a time, so that no other save is half done when the process is killed. */
  private static final String ONE_TASK = "-Dspark.master=local[1]";

  /** A record of the second batch. */
  private static final TopicPartition PARTITION = new TopicPartition("right", 1);

  private static final long OFFSET = 150;
  private static final OffsetRange OF_ITS_BATCH = new OffsetRange(PARTITION, 100, 200);

  private static final int PARTITIONS = 6;
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

  @ParameterizedTest(name = "{0}")
  @MethodSource("streams")
  void whatIsStoredInTheEndIsWhatThePlanPredicts(KilledStream stream) throws Exception {
    FailurePoint point = pointOf(stream);

    HaltedSave halted = killAt(point, stream);

    requireHalfDone(stream, halted);
    long left = services.finish(stream, RATE).records();
    WalletContents replayed = services.replayed(stream);
    assertThat(replayed.ledger()).hasSize((int) RECORDS);
    assertThat(left).isBetween(1L, RECORDS - 1);
    CrashOutcome predicted = stream.plan().outcomeOf(point);
    assertThat(predicted).isEqualTo(stream.outcomeOfHalfDone());
    assertThat(services.stored(stream).differencesFrom(halted.predicted(replayed, predicted)))
        .as("records of %s: %s", halted.ranges(), predicted)
        .isEmpty();
  }

  static Stream<KilledStream> streams() {
    return KilledStream.all();
  }

  /** The point that lies inside the save, after its beginning and before its end. */
  private static FailurePoint pointOf(KilledStream stream) {
    List<FailurePoint> inside =
        stream.plan().failurePoints().stream()
            .filter(point -> point != FailurePoint.BEFORE_FIRST_COMMIT)
            .filter(point -> point != FailurePoint.AFTER_LAST_COMMIT)
            .toList();
    assertThat(inside).hasSize(1);
    return inside.get(0);
  }

  private static HaltedSave killAt(FailurePoint point, KilledStream stream) throws Exception {
    Path marker = folder.resolve("halted-" + stream);
    ParkingPoint parking = new ParkingPoint(marker.toString(), point, PARTITION, OFFSET);
    Program.Running job = services.start(ParkedJob.class, arguments(parking, stream));
    try {
      await().atMost(BOUND).until(() -> Files.exists(marker) || !job.isAlive());
    } finally {
      job.process().destroyForcibly();
    }
    Program.Ended ended = Program.end(job);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(KILLED);
    return HaltedSave.readFrom(marker);
  }

  private static List<String> arguments(ParkingPoint parking, KilledStream stream) {
    List<String> arguments = new ArrayList<>(parking.asArguments());
    arguments.addAll(services.settingsOf(stream, RATE, ONE_TASK));
    return arguments;
  }

  /** The kill has hit what it was meant to hit, and the store stands as it should in mid-save. */
  private static void requireHalfDone(KilledStream stream, HaltedSave halted) {
    assertThat(halted.ranges())
        .contains(OF_ITS_BATCH)
        .hasSize(stream.scope() == SaveScope.BATCH ? PARTITIONS : 1);
    Commit first = stream.plan().commits().get(0);
    boolean offsetsDurable = first.equals(Commit.of(SaveStep.OFFSETS));
    boolean resultsDurable = !first.steps().contains(SaveStep.OFFSETS);
    Positions positions = services.positions(stream);
    assertThat(halted.ranges())
        .allSatisfy(
            range ->
                assertThat(positions.of(range.topicPartition()))
                    .hasValue(offsetsDurable ? range.until() : range.from()));
    long records = halted.ranges().stream().mapToLong(OffsetRange::length).sum();
    assertThat(halted.entriesOf(services.stored(stream)))
        .hasSize(resultsDurable ? (int) records : 0);
  }
}
