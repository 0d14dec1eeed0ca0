package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.local.LocalServices;
import io.offsetwise.bootstrap.local.ServicesStatus;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The data folder of a program under test, seen from outside.
 *
 * @param path the folder; need not exist
 */
public record DataFolder(Path path) {

  private static final Duration BOUND = Duration.ofSeconds(30);

  /** The folder of a program that was told of no other. */
  public static DataFolder standardIn(Path workingDirectory) {
    return new DataFolder(workingDirectory.resolve(".offsetwise"));
  }

  /** The local services, if they run. */
  public Optional<ServicesStatus> services() {
    return localServices().status();
  }

  /** The local broker, which must run. */
  public KafkaConnection kafka() {
    return KafkaConnection.to(BOUND, requiredServices().addresses().kafka());
  }

  /** The local database, which must run. */
  public JdbcSettings database() throws InterruptedException {
    requiredServices();
    return localServices().ensureRunning().database();
  }

  /** All files but the logs, relative to the folder. */
  public List<String> files() throws IOException {
    if (Files.notExists(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> path.relativize(file).toString())
          .filter(file -> !file.startsWith("logs/"))
          .sorted()
          .toList();
    }
  }

  private ServicesStatus requiredServices() {
    return services().orElseThrow(() -> new IllegalStateException("no services run for " + path));
  }

  private LocalServices localServices() {
    Settings settings = Configuration.load(Optional.empty(), Map.of()).settings();
    return new LocalServices(path.toAbsolutePath(), settings.local(), notice -> {});
  }
}
