package io.offsetwise.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.OffsetwiseCommandLine;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Linux has a file that is always full. */
@EnabledOnOs(OS.LINUX)
class StandardOutputTest {

  private static final String NO_ROOM =
      "offsetwise: the result cannot be written to standard output (No space left on device): it is"
          + " lost or cut short; what the verb did besides is done\n";

  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private PrintWriter full;

  @BeforeEach
  void onAFullDisk() throws IOException {
    full = writer(Path.of("/dev/full"));
  }

  @Test
  void whatIsLostIsToldOnce() {
    full.println("a result");
    full.println("another one");

    assertThat(full.checkError()).isTrue();
    assertThat(err).hasToString(NO_ROOM);
  }

  @Test
  void whatIsWrittenIsNotTold() throws IOException {
    Path file = folder.resolve("out");
    try (PrintWriter out = writer(file)) {
      out.println("§ 1");

      assertThat(out.checkError()).isFalse();
      assertThat(Files.readString(file)).isEqualTo("§ 1\n");
    }
    assertThat(err).hasToString("");
  }

  /** What is wrong besides keeps its own code. */
  @ParameterizedTest
  @CsvSource({
    "--help, 4",
    "--version, 4",
    "run --help, 4",
    "explain, 4",
    "explain -o json, 4",
    "config show, 4",
    "config show -o json, 4",
    "config check, 4",
    "config check -o json, 4",
    "config check -o json -Djob.scope=row, 3"
  })
  void noVerbIsDoneWhoseResultIsLost(String line, int exitCode) {
    assertThat(OffsetwiseCommandLine.execute(full, new PrintWriter(err, true), line.split(" ")))
        .isEqualTo(exitCode);
    assertThat(err.toString()).startsWith(NO_ROOM);
  }

  private PrintWriter writer(Path file) throws IOException {
    return StandardOutput.writer(new FileOutputStream(file.toFile()), new PrintWriter(err, true));
  }
}
