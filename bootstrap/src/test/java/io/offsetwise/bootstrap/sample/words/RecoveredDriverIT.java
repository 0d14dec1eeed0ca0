package io.offsetwise.bootstrap.sample.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.ProcessSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A driver of words ends in the middle of its lines, and another process goes on. */
@Tag("full")
class RecoveredDriverIT {

  private static final Logger LOG = LoggerFactory.getLogger(RecoveredDriverIT.class);
  private static final Duration BOUND = Duration.ofMinutes(2);
  private static final String LOGGED = "-Dspark.streaming.receiver.writeAheadLog.enable=true";
  private static final int TERMINATED = 143;
  private static final int BATCH_MILLIS = 500;
  private static final long LINES_OF_A_BATCH = NumberedLines.PER_SECOND * BATCH_MILLIS / 1000;

  /** Seen in front of a batch that is far from the last checkpoint of the counts. */
  private static final int LONG_LINEAGE = 25;

  @TempDir private Path folder;

  private Program program;
  private NumberedLines lines;
  private CountsFile counts;
  private final List<Program.Running> started = new ArrayList<>();

  @BeforeEach
  void serve() throws Exception {
    program = new Program(folder);
    lines = new NumberedLines();
    counts = new WordsFolder(folder.resolve(".offsetwise/words")).counts();
  }

  @AfterEach
  void stop() throws Exception {
    started.forEach(run -> run.process().destroyForcibly());
    lines.close();
  }

  /** Without the last batches, whose counts may not have reached the checkpoint. */
  @Test
  void aKilledDriverGoesOnWithItsCountsButLosesWhatItHadReceived() throws Exception {
    Recovery recovery = recover(this::kill, "--state-checkpoint=1");
    LOG.warn("killed, counts written after each batch: {}", recovery);

    assertThat(recovery.repeated()).isZero();
    assertThat(recovery.forgotten()).isLessThanOrEqualTo(3 * LINES_OF_A_BATCH);
    assertThat(recovery.forgotten()).isLessThan(recovery.shown());
    assertThat(recovery.lostInReceiver()).isPositive();
  }

  @Test
  void aKilledDriverForgetsWhatItCountedSinceTheCountsWereWritten() throws Exception {
    Recovery recovery = recover(this::kill, "--state-checkpoint=10");
    LOG.warn("killed, counts written after ten batches: {}", recovery);

    assertThat(recovery.repeated()).isZero();
    assertThat(recovery.forgotten()).isGreaterThan(3 * LINES_OF_A_BATCH);
    assertThat(recovery.lostInReceiver()).isPositive();
  }

  @Test
  void withAWriteAheadLogAKilledDriverLosesOnlyWhatWasInBuffers() throws Exception {
    Recovery recovery = recover(this::kill, "--state-checkpoint=10", LOGGED);
    LOG.warn("killed, write-ahead log, counts written after ten batches: {}", recovery);

    assertThat(recovery.repeated()).isZero();
    assertThat(recovery.forgotten()).isZero();
    assertThat(recovery.lost()).isLessThan(2 * LINES_OF_A_BATCH);
  }

  @Test
  void aStoppedDriverLosesWhatItsReceiverHolds() throws Exception {
    Recovery recovery = recover(this::terminate, "--state-checkpoint=1");
    LOG.warn("stopped, counts written after each batch: {}", recovery);

    assertThat(recovery.repeated()).isZero();
    assertThat(recovery.lostInReceiver()).isPositive();
  }

  @Test
  void withAWriteAheadLogAStoppedDriverLosesOnlyWhatWasInTheSocket() throws Exception {
    Recovery recovery = recover(this::terminate, "--state-checkpoint=10", LOGGED);
    LOG.warn("stopped, write-ahead log, counts written after ten batches: {}", recovery);

    assertThat(recovery.repeated()).isZero();
    assertThat(recovery.forgotten()).isZero();
    assertThat(recovery.lost()).isLessThan(2 * LINES_OF_A_BATCH);
  }

  private Recovery recover(End end, String... options) throws Exception {
    Program.Running first = start(options);
    await()
        .atMost(BOUND)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> isInTheMiddle(options) || !first.isAlive());
    end.of(first);
    long sent = lines.sent();
    ShownCounts shown = counts.json().read().orElseThrow();

    Program.Running second = start(options);
    await().atMost(BOUND).until(() -> lines.sent() > sent + 2 * LINES_OF_A_BATCH);
    lines.hold();
    await().atMost(BOUND).until(() -> isCounted(lines.sent() - 1));
    WordsReport report = terminate(second);
    return Recovery.of(sent, shown.counts(), report.counts());
  }

  /** Lines wait in the receiver, and the counts have been written some batches ago. */
  private boolean isInTheMiddle(String... options) {
    Optional<ShownCounts> shown = counts.json().read();
    boolean farFromCheckpoint =
        options[0].endsWith("=1") || shown.filter(now -> now.lineage() > LONG_LINEAGE).isPresent();
    return farFromCheckpoint
        && shown
            .map(ShownCounts::words)
            .filter(words -> words > 12 * LINES_OF_A_BATCH)
            .filter(words -> lines.sent() - words > LINES_OF_A_BATCH / 2)
            .isPresent();
  }

  private boolean isCounted(long number) {
    return counts
        .json()
        .read()
        .filter(shown -> shown.counts().containsKey(NumberedLines.word(number)))
        .isPresent();
  }

  private Program.Running start(String... options) throws Exception {
    List<String> line = new ArrayList<>(List.of("words", "--port=" + lines.port(), "-ojson"));
    line.add("-Djob.batch-interval=" + BATCH_MILLIS + "ms");
    line.addAll(Arrays.asList(options));
    Program.Running run = program.start(line.toArray(String[]::new));
    started.add(run);
    return run;
  }

  private void kill(Program.Running run) throws Exception {
    run.process().destroyForcibly().waitFor();
  }

  private WordsReport terminate(Program.Running run) throws Exception {
    ProcessSignal.TERM.sendTo(run.process());
    Program.Ended ended = Program.end(run);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(TERMINATED);
    return new ObjectMapper().readValue(ended.out(), WordsReport.class);
  }

  /** How the first driver ends. */
  @FunctionalInterface
  private interface End {
    void of(Program.Running run) throws Exception;
  }
}
