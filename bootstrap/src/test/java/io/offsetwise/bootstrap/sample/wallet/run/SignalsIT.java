package io.offsetwise.bootstrap.sample.wallet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.DataFolder;
import io.offsetwise.bootstrap.run.ProcessSignal;
import io.offsetwise.bootstrap.sample.wallet.WalletReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job does about the signals that are no SIGTERM. */
class SignalsIT {

  private static final Duration BOUND = Duration.ofMinutes(2);
  private static final Path SCRIPT = Path.of("..", "bin", "offsetwise").toAbsolutePath();

  /** What Spark logs of a batch that was saved. */
  private static final String SAVED = "Total delay: ";

  private static final List<String> RUN =
      List.of("run", "-o", "json", "-Djob.batch-interval=200ms", "-Dfeed.rate=2000");

  @TempDir private Path folder;

  private Program program;

  @BeforeEach
  void inAnEmptyFolder() {
    program = new Program(folder);
  }

  @AfterEach
  void stopWhatRuns() {
    if (DataFolder.standardIn(folder).services().isPresent()) {
      program.runHere("local", "stop");
    }
  }

  @Test
  void aDumpOfThreadsIsNoResultAndAHangUpIsAStop() throws Exception {
    ProcessSignal.HUP.requireDeliverable(); // not under nohup
    Program.Running running =
        program.start(command(List.of("/bin/bash", SCRIPT.normalize().toString()), RUN));
    awaitSavedBatches(running);

    ProcessSignal.QUIT.sendTo(running.process());
    await().atMost(BOUND).until(() -> Files.readString(running.err()).contains("Full thread dump"));
    assertThat(running.isAlive()).isTrue();
    ProcessSignal.HUP.sendTo(running.process());

    Program.Ended ended = Program.end(running);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(143);
    assertThat(PrintedSummary.of(ended).records()).isPositive();
  }

  @Tag("full")
  @Test
  void aSecondCtrlCEndsAtOnceAndHarmsNothing() throws Exception {
    ProcessSignal.INT.requireDeliverable();
    List<String> withoutStandardError = List.of("/bin/sh", "-c", "exec \"$@\" 2>&-", "sh");
    Program.Running running =
        program.start(command(withoutStandardError, program.command(RUN.toArray(String[]::new))));
    awaitSavedBatches(running);

    ProcessSignal.INT.sendTo(running.process());
    await().pollDelay(Duration.ofMillis(100)).until(() -> true);
    ProcessSignal.INT.sendTo(running.process());

    assertThat(Program.end(running)).returns(130, Program.Ended::exitCode);
    WalletReport next =
        PrintedSummary.ofSuccess(
            program.runHere("run", "--until-caught-up", "--compare", "-o", "json"));
    assertThat(next.sumOfBalances()).isPresent().isEqualTo(next.sumOfPayments());
  }

  private void awaitSavedBatches(Program.Running running) {
    Path log = folder.resolve(".offsetwise").resolve("logs").resolve("run.log");
    await().atMost(BOUND).until(() -> !running.isAlive() || isIn(log));
  }

  private static boolean isIn(Path log) throws IOException {
    return Files.exists(log) && Files.readString(log).split(SAVED, 4).length == 4;
  }

  private static List<String> command(List<String> words, List<String> more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(more);
    return all;
  }
}
