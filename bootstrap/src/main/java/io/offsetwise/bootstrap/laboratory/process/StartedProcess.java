package io.offsetwise.bootstrap.laboratory.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A process that was started.
 *
 * @param process the process
 * @param console what it prints on standard error
 */
public record StartedProcess(Process process, Path console) {

  /**
   * Waits for its end; one that takes longer than {@code bound} is killed.
   *
   * @return its exit code
   */
  public int end(Duration bound) throws InterruptedException {
    if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }

  /** The last line that it has printed; empty when there is none. */
  public String lastWords() {
    try {
      return Files.readAllLines(console).stream()
          .filter(line -> !line.isBlank())
          .reduce((former, latter) -> latter)
          .orElse("");
    } catch (IOException unreadable) {
      throw new UncheckedIOException("what a process has printed cannot be read", unreadable);
    }
  }
}
