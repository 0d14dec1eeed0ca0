package io.offsetwise.bootstrap.local;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.application.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process of services that was launched and does not answer yet.
 *
 * @param folder its files
 * @param launched the process
 * @param stale what services wrote that run no more; until it is deleted it may look alive, because
 *     a killed process that nobody has waited for keeps its number, and the new one holds the lock
 */
record AwaitedStart(LocalFolder folder, Process launched, Optional<ServicesState> stale) {

  private static final long PAUSE_MS = 50;

  /**
   * Waits until the services answer: those of the launched process, or those of another one that
   * was quicker.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when they do not
   */
  ServicesState answer(Duration patience) throws InterruptedException {
    Deadline deadline = Deadline.in(patience);
    Optional<ServicesState> state = running();
    while (state.isEmpty()) {
      requireNoFailure();
      if (deadline.hasPassed()) {
        launched.destroyForcibly().waitFor();
        folder.endLeftOver();
        throw notStarted("no answer within " + patience.toSeconds() + " s");
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
      state = running();
    }
    return state.get();
  }

  private Optional<ServicesState> running() {
    return folder.running().filter(state -> !stale.equals(Optional.of(state)));
  }

  private void requireNoFailure() {
    if (!launched.isAlive() && launched.exitValue() != LocalServicesMain.OTHERS_RUN) {
      throw notStarted(lastWords());
    }
  }

  private String lastWords() {
    try {
      List<String> lines =
          Files.readAllLines(folder.console()).stream().filter(line -> !line.isBlank()).toList();
      return lines.isEmpty()
          ? "their process ended with code " + launched.exitValue()
          : lines.get(lines.size() - 1);
    } catch (IOException unreadable) {
      return "their process ended with code " + launched.exitValue() + " (" + unreadable + ")";
    }
  }

  private StoppedException notStarted(String why) {
    return StopReason.UNAVAILABLE.because(
        "the local services did not start: %s (log: %s)", why, folder.log());
  }
}
