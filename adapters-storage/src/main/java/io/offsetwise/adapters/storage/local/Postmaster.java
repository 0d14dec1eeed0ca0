package io.offsetwise.adapters.storage.local;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.application.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The process of a PostgreSQL server to which all its others belong. It keeps its number in a file
 * of its data folder, and removes the file at its end.
 *
 * @param data the data folder
 */
record Postmaster(Path data) {

  /** The last checkpoint may take some time on a slow disk. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofMillis(20);

  /** The process, if it runs. Another one that got its number later is not taken for it. */
  Optional<ProcessHandle> find() {
    return numbered().filter(this::servesTheseData);
  }

  /**
   * Ends the server if it runs, in good order and without waiting for its clients, whose open
   * transactions are rolled back.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when it does not end
   */
  void end() {
    try {
      Optional<ProcessHandle> process = find();
      if (process.isPresent()) {
        interrupt(process.get());
        requireEnd(process.get());
      } else if (numbered().isPresent()) {
        // PostgreSQL would not start while any process has the number, as happens after a reboot.
        // Where no process has it, the file stays: it shows PostgreSQL what else may still run.
        Files.deleteIfExists(file());
      }
    } catch (IOException failure) {
      throw unreadable(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw StopReason.UNAVAILABLE.because(
          interrupted, "the end of the PostgreSQL server in %s was not waited for", data);
    }
  }

  /** SIGINT is its fast shutdown; SIGTERM, which Java sends, would wait for clients. */
  private static void interrupt(ProcessHandle process) throws IOException, InterruptedException {
    new ProcessBuilder("/bin/sh", "-c", "kill -INT " + process.pid()).start().waitFor();
  }

  private void requireEnd(ProcessHandle process) throws InterruptedException {
    Deadline deadline = Deadline.in(PATIENCE);
    while (find().isPresent()) {
      if (deadline.hasPassed()) {
        throw StopReason.UNAVAILABLE.because(
            "the PostgreSQL server in %s (process %s) does not end: it probably waits for a disk, or"
                + " belongs to another user; end it by hand",
            data, process.pid());
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private Optional<ProcessHandle> numbered() {
    return number().flatMap(ProcessHandle::of);
  }

  private Optional<Long> number() {
    try {
      List<String> lines = Files.readAllLines(file());
      return lines.stream().findFirst().map(Long::valueOf);
    } catch (NoSuchFileException | NumberFormatException none) {
      return Optional.empty();
    } catch (IOException failure) {
      throw unreadable(failure);
    }
  }

  private boolean servesTheseData(ProcessHandle process) {
    return process.info().commandLine().filter(line -> line.contains(data.toString())).isPresent();
  }

  private StoppedException unreadable(IOException failure) {
    return StopReason.UNAVAILABLE.because(
        failure,
        "whether a PostgreSQL server runs in %s cannot be seen (%s): the folder probably belongs to"
            + " another user; choose another data folder",
        data,
        failure);
  }

  private Path file() {
    return data.resolve("postmaster.pid");
  }
}
