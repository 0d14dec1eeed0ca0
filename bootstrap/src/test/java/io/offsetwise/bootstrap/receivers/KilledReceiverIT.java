package io.offsetwise.bootstrap.receivers;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.stream.LocalKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code kill -9} of a driver whose receiver has records that no batch has processed. */
@Tag("full")
class KilledReceiverIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final Logger LOG = LoggerFactory.getLogger(KilledReceiverIT.class);
  private static final Duration BOUND = Duration.ofMinutes(2);
  private static final int RECORDS_AT_A_TIME = 4;
  private static final int PROCESSED_BEFORE = 300;
  private static final int WAITING_AT_THE_KILL = 30;

  @TempDir private Path folder;

  @Test
  void aReceiverThatCommitsByItselfLosesWhatItHolds() throws Exception {
    Set<String> lost = lostByAKill("by-itself", Commits.BY_ITSELF, "false");

    assertThat(lost).isNotEmpty();
  }

  @Test
  void aReceiverWithAWriteAheadLogThatCommitsAfterwardsLosesNothing() throws Exception {
    Set<String> lost = lostByAKill("logged", Commits.AFTER_STORED, "true");

    assertThat(lost).isEmpty();
  }

  private Set<String> lostByAKill(String topic, Commits commits, String log) throws Exception {
    KAFKA.create(topic, 1);
    Path output = folder.resolve("output");
    ReceiverDriver driver =
        new ReceiverDriver(
            KAFKA.server(),
            topic,
            commits,
            log,
            folder.resolve("checkpoint").toString(),
            output.toString());
    long[] sent = {0};
    Program.Running first = start(driver);
    feedUntil(
        topic,
        sent,
        () -> {
          int processed = places(output).size();
          return processed > PROCESSED_BEFORE && sent[0] - processed > WAITING_AT_THE_KILL;
        });
    first.process().destroyForcibly().waitFor();
    long sentUntilKill = sent[0];

    Program.Running second = start(driver);
    try {
      feedUntil(topic, sent, () -> sent[0] > sentUntilKill + PROCESSED_BEFORE);
      String last = "0-" + (sent[0] - 1);
      Awaitility.await().atMost(BOUND).until(() -> places(output).contains(last));
    } finally {
      second.process().destroyForcibly().waitFor();
    }
    return lost(topic, sent[0], sentUntilKill, places(output));
  }

  private static Set<String> lost(
      String topic, long sent, long sentUntilKill, List<String> places) {
    Set<String> lost = new HashSet<>(LongStream.range(0, sent).mapToObj(n -> "0-" + n).toList());
    Set<String> distinct = new HashSet<>(places);
    lost.removeAll(distinct);
    LOG.warn(
        "killed receiver, {}: of {} records sent until then {} are lost, {} repeated",
        topic,
        sentUntilKill,
        lost.size(),
        places.size() - distinct.size());
    return lost;
  }

  private Program.Running start(ReceiverDriver driver) throws IOException {
    return new Program(folder).start(ReceiverDriver.class, driver.arguments());
  }

  private static void feedUntil(String topic, long[] sent, BooleanSupplier done) {
    Awaitility.await()
        .atMost(BOUND)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              KAFKA.append(topic, 0, RECORDS_AT_A_TIME);
              sent[0] += RECORDS_AT_A_TIME;
              return done.getAsBoolean();
            });
  }

  /** A batch that is just being appended may end in the middle of a line. */
  private static List<String> places(Path output) {
    try {
      return Files.exists(output) ? Files.readAllLines(output) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
