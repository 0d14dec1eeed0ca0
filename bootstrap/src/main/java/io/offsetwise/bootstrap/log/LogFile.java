package io.offsetwise.bootstrap.log;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.logging.log4j.core.config.Configurator;

/** The file that this process logs to. */
public final class LogFile {

  private static final String PROPERTY = "offsetwise.log.file"; // read by log4j2.properties

  private LogFile() {}

  /**
   * Directs the log of this process to {@code data-dir/logs/NAME.log}, from now on. A library that
   * was asked what a setting means may have started the logging before, without a file.
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
    Configurator.reconfigure();
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
