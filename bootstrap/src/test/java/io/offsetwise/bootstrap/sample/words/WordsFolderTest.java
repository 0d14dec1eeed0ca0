package io.offsetwise.bootstrap.sample.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.shared.ProcessLock;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.sample.words.stream.WordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WordsFolderTest {

  private static final WordSource SOURCE =
      new WordSource("127.0.0.1", 9999, Duration.ofSeconds(1), 10);

  @TempDir private Path temporary;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void isMadeForItsOwnerAlone() throws IOException {
    WordsFolder folder = new WordsFolder(temporary.resolve("a/b")).createFor(SOURCE);

    assertThat(permissions(folder.root())).isEqualTo("rwx------");
    assertThat(permissions(folder.spark())).isEqualTo("rwx------");
  }

  @Test
  void isThereForTheSameSourceAgain() {
    WordsFolder folder = new WordsFolder(temporary.resolve("words")).createFor(SOURCE);

    assertThat(folder.createFor(SOURCE).spark()).isDirectory();
  }

  @Test
  void isRefusedForAnotherSource() {
    WordsFolder folder = new WordsFolder(temporary.resolve("words")).createFor(SOURCE);

    assertThatThrownBy(
            () -> folder.createFor(new WordSource("host", 9998, Duration.ofSeconds(1), 1)))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE))
        .hasMessageContaining(
            "was made for 127.0.0.1:9999, job.batch-interval 1000ms, --state-checkpoint 10 but this"
                + " run is for host:9998, job.batch-interval 1000ms, --state-checkpoint 1: ")
        .hasMessageContaining("name another one by --checkpoint");
  }

  @Test
  void belongsToOneDriverAtATime() {
    WordsFolder folder = new WordsFolder(temporary.resolve("words")).createFor(SOURCE);
    ProcessLock lock = folder.lock();

    assertThatThrownBy(folder::lock)
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE))
        .hasMessageContaining(folder.root() + " is in use: another `words` is probably counting");

    lock.close();
    folder.lock().close();
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.createFile(temporary.resolve("words"));

    assertThatThrownBy(() -> new WordsFolder(file).createFor(SOURCE))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE))
        .hasMessageContaining("the checkpoint folder " + file + " cannot be made");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
