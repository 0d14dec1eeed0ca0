package io.offsetwise.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts from outside in the log, as the program's own configuration writes them. */
class LogLinesTest {

  private static final String FILE = "offsetwise.log.file";
  private static final String FORGED = "2026-11-30T00:00:00.000Z INFO  [main] x: all is well";
  private static final String LINE_OF_OURS = "\\d{4}-\\d\\d-\\d\\dT[^ ]+ ERROR \\[main] test: .*";

  @TempDir private Path folder;

  private Path file;
  private LoggerContext logging;

  @BeforeEach
  void open() throws Exception {
    file = folder.resolve("lines.log");
    String before = System.getProperty(FILE, "");
    System.setProperty(FILE, file.toString());
    try {
      URI ours = LogFile.class.getResource("/log4j2.properties").toURI();
      logging = new LoggerContext("lines", null, ours);
      logging.start();
    } finally {
      restore(before);
    }
  }

  @AfterEach
  void close() {
    logging.stop();
  }

  @Test
  void aMessageForgesNoLineAndSteersNoTerminal() throws Exception {
    logged("key \r\n" + FORGED + "\n\u001b[2J\u0000\u009b\u202e\u2066\u200b\tend", null);

    assertThat(lines())
        .satisfiesExactly(
            first -> assertThat(first).matches(LINE_OF_OURS).endsWith("key \\uFFFD"),
            second -> assertThat(second).isEqualTo("    " + FORGED),
            third -> assertThat(third).isEqualTo("    " + marks(1) + "[2J" + marks(5) + "\tend"));
  }

  @Test
  void norDoesAnExceptionOrItsCause() throws Exception {
    RuntimeException failure =
        new IllegalStateException("a\n" + FORGED, new IllegalStateException("b\r" + FORGED));

    logged("failed", failure);

    assertThat(lines()).filteredOn(line -> line.contains(FORGED)).hasSize(2);
    assertThat(lines().get(0)).matches(LINE_OF_OURS);
    assertThat(lines().subList(1, lines().size()))
        .allMatch(line -> line.startsWith("    "))
        .anyMatch(line -> line.contains("at " + LogLinesTest.class.getName()))
        .noneMatch(line -> line.contains("\r"));
  }

  private void logged(String message, Throwable failure) {
    Logger logger = logging.getLogger("test");
    logger.error(message, failure);
    logging.stop();
  }

  private List<String> lines() throws Exception {
    return List.of(Files.readString(file).split("\n"));
  }

  private static String marks(int count) {
    return "\\uFFFD".repeat(count);
  }

  private static void restore(String before) {
    if (before.isEmpty()) {
      System.clearProperty(FILE);
    } else {
      System.setProperty(FILE, before);
    }
  }
}
