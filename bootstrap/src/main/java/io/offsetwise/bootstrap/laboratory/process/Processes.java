package io.offsetwise.bootstrap.laboratory.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * All processes that were started here. Thread-safe: it is closed by whoever comes first, the end
 * of the work or a signal.
 */
public final class Processes implements AutoCloseable {

  private static final File NOTHING = new File("/dev/null");
  private static final long END_BOUND_SECONDS = 10;

  private final List<Process> started = new ArrayList<>();
  private boolean closed;

  /**
   * Starts a process.
   *
   * @param command its words
   * @param folder its working directory
   * @param console takes what it prints on standard error; its standard output is thrown away
   * @throws IllegalStateException when this is closed
   */
  public synchronized StartedProcess start(List<String> command, Path folder, Path console) {
    if (closed) {
      throw new IllegalStateException("no process is started any more");
    }
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(NOTHING)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(console.toFile())
              .start();
      started.removeIf(earlier -> !earlier.isAlive());
      started.add(process);
      return new StartedProcess(process, console);
    } catch (IOException notStarted) {
      throw new UncheckedIOException("a process of the laboratory cannot be started", notStarted);
    }
  }

  /** Kills what still runs and starts nothing more; returns when all of it has ended. */
  @Override
  public synchronized void close() {
    closed = true;
    started.forEach(Process::destroyForcibly);
    started.forEach(Processes::awaitEnd);
    started.clear();
  }

  private static void awaitEnd(Process process) {
    try {
      process.waitFor(END_BOUND_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
