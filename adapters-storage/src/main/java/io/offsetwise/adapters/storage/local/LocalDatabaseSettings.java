package io.offsetwise.adapters.storage.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Where a local database lives.
 *
 * @param folder the folder that holds its files and nothing else's; made absolute
 * @param port TCP port on 127.0.0.1; 0 for any free one
 * @param startTimeout longest wait until it answers
 */
public record LocalDatabaseSettings(Path folder, int port, Duration startTimeout) {

  private static final int HIGHEST_PORT = 65_535;
  private static final Duration STANDARD_TIMEOUT = Duration.ofSeconds(60);

  public LocalDatabaseSettings {
    Objects.requireNonNull(startTimeout, "startTimeout");
    folder = folder.toAbsolutePath().normalize();
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("port " + port + " is not in 0.." + HIGHEST_PORT);
    }
  }

  /** A database in {@code folder} on any free port. */
  public static LocalDatabaseSettings onAnyPort(Path folder) {
    return new LocalDatabaseSettings(folder, 0, STANDARD_TIMEOUT);
  }

  /** The same on a port. */
  public LocalDatabaseSettings withPort(int wanted) {
    return new LocalDatabaseSettings(folder, wanted, startTimeout);
  }
}
