package io.offsetwise.bootstrap.laboratory.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProcessesTest {

  private static final List<String> ENDLESS = List.of("/bin/sh", "-c", "exec sleep 600");

  @TempDir private Path folder;

  @Test
  void closingKillsWhatRunsAndStartsNothingMore() {
    Processes processes = new Processes();
    StartedProcess first = start(processes, ENDLESS);
    StartedProcess second = start(processes, ENDLESS);

    processes.close();

    assertThat(List.of(first, second)).noneMatch(started -> started.process().isAlive());
    assertThatIllegalStateException().isThrownBy(() -> start(processes, ENDLESS));
  }

  @Test
  void aProcessThatTakesTooLongIsKilled() throws Exception {
    try (Processes processes = new Processes()) {
      assertThat(start(processes, ENDLESS).end(Duration.ofMillis(200))).isEqualTo(137);
    }
  }

  @Test
  void theLastWordsAreTheLastLineOnStandardError() throws Exception {
    try (Processes processes = new Processes()) {
      StartedProcess talking =
          start(
              processes,
              List.of("/bin/sh", "-c", "echo no; echo one >&2; echo two >&2; echo >&2; exit 3"));

      assertThat(talking.end(Duration.ofSeconds(30))).isEqualTo(3);
      assertThat(talking.lastWords()).isEqualTo("two");
    }
  }

  private StartedProcess start(Processes processes, List<String> command) {
    return processes.start(command, folder, folder.resolve("console.txt"));
  }
}
