package io.offsetwise.bootstrap.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packaged program as a process of its own.
 *
 * @param folder working directory; holds what the processes print
 */
record Program(Path folder) {

  private static final Path JAR = Path.of("target", "offsetwise.jar").toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final long BOUND_SECONDS = 120;

  /** What a process has left: its exit code and what it printed. */
  record Ended(int exitCode, String out, String err) {}

  /** Runs the program to its end. */
  Ended run(String... args) throws IOException, InterruptedException {
    return end(start(args));
  }

  /** Starts the program. */
  Running start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-jar", JAR.toString()));
    command.addAll(List.of(args));
    return start(command);
  }

  /** Starts any command in the folder. */
  Running start(List<String> command) throws IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Running(process, out, err);
  }

  /** Waits for the end of a process; bounded. */
  static Ended end(Running running) throws IOException, InterruptedException {
    if (!running.process().waitFor(BOUND_SECONDS, TimeUnit.SECONDS)) {
      running.process().destroyForcibly();
      throw new IllegalStateException("no end within " + BOUND_SECONDS + " s: " + running);
    }
    return new Ended(
        running.process().exitValue(),
        Files.readString(running.out()),
        Files.readString(running.err()));
  }

  /** A process and the files that it prints to. */
  record Running(Process process, Path out, Path err) {}
}
