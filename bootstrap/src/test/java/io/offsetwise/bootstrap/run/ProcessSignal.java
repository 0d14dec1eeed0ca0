package io.offsetwise.bootstrap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What somebody at a terminal, or a supervisor, sends to a process. */
public enum ProcessSignal {
  /** The terminal is gone. */
  HUP(1),
  /** Ctrl-C. */
  INT(2),
  /** Asks a JVM for its threads. */
  QUIT(3),
  /** A polite end. */
  TERM(15),
  /** Suspends the process where it is. */
  STOP(19),
  /** Lets a suspended process go on. */
  CONT(18);

  private static final Path OWN_STATUS = Path.of("/proc/self/status");

  private final int number;

  ProcessSignal(int number) {
    this.number = number;
  }

  public void sendTo(Process process) throws IOException, InterruptedException {
    sendTo(process.pid());
  }

  /** Sends it to any process of this user. */
  public void sendTo(long pid) throws IOException, InterruptedException {
    sendTo(List.of(pid));
  }

  /** Sends it to several processes of this user at once. */
  public void sendTo(List<Long> pids) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name()));
    pids.forEach(pid -> command.add(Long.toString(pid)));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  /**
   * Skips the test when nobody can send this signal to a child: a shell without job control makes
   * what it starts in the background ignore Ctrl-C, and children inherit that.
   */
  public void requireDeliverable() throws IOException {
    if (Files.exists(OWN_STATUS)) {
      String ignored =
          Files.readAllLines(OWN_STATUS).stream()
              .filter(line -> line.startsWith("SigIgn:"))
              .map(line -> line.substring("SigIgn:".length()).strip())
              .findFirst()
              .orElse("0");
      long mask = Long.parseUnsignedLong(ignored, 16);
      assumeFalse((mask >> (number - 1) & 1) == 1, "this JVM was started to ignore " + this);
    }
  }
}
