package io.offsetwise.bootstrap.brokers;

import io.offsetwise.bootstrap.process.ThisProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One broker, which is a controller too, and its process while it has one. Not thread-safe. */
final class BrokerNode implements AutoCloseable {

  private final BrokerRelease release;
  private final String clusterId;
  private final Path folder;
  private Process process;

  private BrokerNode(BrokerRelease release, String clusterId, Path folder) {
    this.release = release;
    this.clusterId = clusterId;
    this.folder = folder;
  }

  /** One that does not run yet. */
  static BrokerNode in(
      Path folder, BrokerRelease release, String clusterId, Map<String, String> properties)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("server.properties"),
        properties.entrySet().stream()
            .map(property -> property.getKey() + "=" + property.getValue() + "\n")
            .collect(Collectors.joining()));
    return new BrokerNode(release, clusterId, folder);
  }

  /** Starts its process, over what the former one has left; does not wait for it. */
  void start() throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    ThisProgram.java(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    release.classPath(),
                    BrokerMain.class.getName(),
                    clusterId,
                    folder.resolve("server.properties").toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()))
            .start();
  }

  /** The signal that no process can catch: no hook runs, nothing is flushed. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
