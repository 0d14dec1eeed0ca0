package io.offsetwise.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProcessLockTest {

  private static final int TAKEN = 3;

  @TempDir private Path folder;

  @Test
  void onlyOneHasItAndNobodyAfterwards() throws Exception {
    Path file = folder.resolve("lock");
    ProcessLock lock = ProcessLock.attempt(file).orElseThrow();

    assertThat(ProcessLock.attempt(file)).isEmpty();
    assertThat(ProcessLock.attempt(folder.resolve(".").resolve("lock"))).isEmpty();
    lock.close();

    Optional<ProcessLock> next = ProcessLock.attempt(file);
    assertThat(next).isPresent();
    next.orElseThrow().close();
    assertThat(file).exists();
  }

  /** A second try opens and closes the file in a careless lock, and the first one is gone. */
  @Test
  void aSecondTryInThisProcessDoesNotLetAnotherProcessIn() throws Exception {
    Path file = folder.resolve("lock");
    try (ProcessLock lock = ProcessLock.attempt(file).orElseThrow()) {
      assertThat(ProcessLock.attempt(file)).as("beside %s", lock).isEmpty();

      assertThat(exitCodeOfAnotherProcess(file)).isEqualTo(TAKEN);
    }
    assertThat(exitCodeOfAnotherProcess(file)).isZero();
  }

  @Test
  void locksOfDifferentFilesHaveNothingToDoWithEachOther() throws Exception {
    try (ProcessLock one = ProcessLock.attempt(folder.resolve("one")).orElseThrow();
        ProcessLock two = ProcessLock.attempt(folder.resolve("two")).orElseThrow()) {
      assertThat(one).isNotSameAs(two);
    }
  }

  @Test
  void whatCannotBeLockedIsTriedAgainAsIfNothingHadHappened() throws Exception {
    Path file = folder.resolve("lock");
    Files.createDirectory(file);

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> ProcessLock.attempt(file));

    Files.delete(file);
    ProcessLock.attempt(file).orElseThrow().close();
  }

  private static int exitCodeOfAnotherProcess(Path file) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                file.toString())
            .inheritIO()
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** Tries for the lock and ends. */
  static final class OtherProcess {

    private OtherProcess() {}

    public static void main(String[] file) throws IOException {
      System.exit(ProcessLock.attempt(Path.of(file[0])).isPresent() ? 0 : TAKEN);
    }
  }
}
