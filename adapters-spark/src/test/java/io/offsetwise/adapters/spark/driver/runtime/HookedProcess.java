package io.offsetwise.adapters.spark.driver.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A process with a termination hook: it waits for ever, or exits by itself. */
final class HookedProcess {

  static final String READY = "ready";
  static final String WORKED = "worked";
  static final int OWN_EXIT_CODE = 7;
  static final int FOUND_EXIT_CODE = 6;

  private HookedProcess() {}

  static Process start(Path folder, String behaviour) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            HookedProcess.class.getName(),
            folder.toString(),
            behaviour)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[0]);
    new TerminationHook(() -> work(folder), Duration.ofSeconds(10), () -> OWN_EXIT_CODE).register();
    create(folder.resolve(READY));
    if (arguments[1].equals("exits")) {
      System.exit(OWN_EXIT_CODE);
    }
    new CountDownLatch(1).await();
  }

  private static int work(Path folder) {
    create(folder.resolve(WORKED));
    return FOUND_EXIT_CODE;
  }

  private static void create(Path file) {
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
