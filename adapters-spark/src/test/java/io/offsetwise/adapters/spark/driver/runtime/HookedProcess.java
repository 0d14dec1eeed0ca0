package io.offsetwise.adapters.spark.driver.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A process with both hooks: it waits for ever, or a library ends it in the midst of its work. */
final class HookedProcess {

  static final String READY = "ready";
  static final String WORKED = "worked";
  static final int REPORTED_EXIT_CODE = 7;
  private static final int EXIT_CODE_OF_A_LIBRARY = 53;
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
    new TerminationHook(
            () -> work(folder),
            Duration.ofSeconds(10),
            () -> REPORTED_EXIT_CODE,
            () -> REPORTED_EXIT_CODE)
        .register();
    new ForeignExitHook(() -> true, () -> REPORTED_EXIT_CODE).register();
    create(folder.resolve(READY));
    if (arguments[1].equals("exits")) {
      System.exit(EXIT_CODE_OF_A_LIBRARY);
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
