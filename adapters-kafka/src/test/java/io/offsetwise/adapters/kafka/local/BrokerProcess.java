package io.offsetwise.adapters.kafka.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A local broker in a JVM of its own, which can be killed. */
final class BrokerProcess implements AutoCloseable {

  private final Process process;
  private final String bootstrapServer;

  private BrokerProcess(Process process, String bootstrapServer) {
    this.process = process;
    this.bootstrapServer = bootstrapServer;
  }

  /** Starts one over {@code dataFolder} and returns when it answers. */
  static BrokerProcess start(Path dataFolder) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BrokerProcess.class.getName(),
                    dataFolder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String firstLine = process.inputReader().readLine();
    if (firstLine == null) {
      throw new IOException("the broker's process ended before its broker answered");
    }
    return new BrokerProcess(process, firstLine);
  }

  String bootstrapServer() {
    return bootstrapServer;
  }

  /** The signal that no process can catch: no hook runs, nothing is flushed. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Prints the broker's address and lives until it is killed or its parent is gone. */
  public static void main(String[] arguments) throws IOException {
    LocalBroker broker = LocalBroker.start(LocalBrokerSettings.over(Path.of(arguments[0])));
    System.out.println(broker.bootstrapServer());
    while (System.in.read() >= 0) {
      // the parent never writes; the end of its pipe is the end of the parent
    }
    Runtime.getRuntime().halt(0);
  }
}
