package io.offsetwise.adapters.storage.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A local database in a process of its own.
 *
 * @param kind its kind
 * @param process the process
 * @param folder its data folder
 * @param port where it listens
 */
record DatabaseServer(LocalDatabaseKind kind, Process process, Path folder, int port)
    implements AutoCloseable {

  private static final Duration START_BOUND = Duration.ofSeconds(30);

  static DatabaseServer start(Path folder) throws IOException {
    return start(LocalDatabaseKind.H2, folder);
  }

  static DatabaseServer start(LocalDatabaseKind kind, Path folder) throws IOException {
    Path port = folder.resolveSibling("port-" + System.nanoTime());
    Path log = folder.resolveSibling("server.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LocalDatabaseProcess.class.getName(),
                kind.name(),
                folder.toString(),
                port.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    await().atMost(START_BOUND).until(() -> Files.exists(port) || !process.isAlive());
    assertThat(process.isAlive()).as(() -> read(log)).isTrue();
    return new DatabaseServer(kind, process, folder, Integer.parseInt(Files.readString(port)));
  }

  JdbcSettings client() {
    return kind.client(folder, port);
  }

  /** Kills the process as {@code kill -9} does: no hook runs, nothing is flushed. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
