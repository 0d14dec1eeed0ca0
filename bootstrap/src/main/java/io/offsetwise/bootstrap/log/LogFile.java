package io.offsetwise.bootstrap.log;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file that this process logs to. */
public final class LogFile {

  private static final String PROPERTY = "offsetwise.log.file"; // read by log4j2.properties

  private LogFile() {}

  /**
   * Directs the log of this process to {@code data-dir/logs/NAME.log}. To be called before anything
   * is logged, because the backend opens its file at the first message.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when the folder is not writable
   */
  public static void open(Path dataDir, String name) {
    Path file = file(dataDir, name);
    try {
      Files.createDirectories(file.getParent());
      if (!Files.isWritable(file.getParent())) {
        throw new IOException("permission denied");
      }
    } catch (IOException notWritable) {
      throw StopReason.UNAVAILABLE.because(
          notWritable,
          "data-dir %s cannot be written (%s): it is probably a file, or belongs to somebody else;"
              + " set data-dir to a folder of your own",
          dataDir,
          notWritable);
    }
    System.setProperty(PROPERTY, file.toString());
  }

  /** {@code data-dir/logs/NAME.log}. */
  public static Path file(Path dataDir, String name) {
    return dataDir.resolve("logs").resolve(name + ".log");
  }

  /** The option that makes a JVM log to {@code file} from its first message on. */
  public static String jvmOption(Path file) {
    return "-D" + PROPERTY + "=" + file;
  }

  /** The file that was opened; empty when this process has not logged yet. */
  public static Optional<Path> current() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
  }
}
