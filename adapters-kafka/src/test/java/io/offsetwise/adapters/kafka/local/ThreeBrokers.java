package io.offsetwise.adapters.kafka.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.MetaProperties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.server.common.MetadataVersion;
import scala.Option;
import scala.collection.JavaConverters;

/**
 * A cluster in this JVM: node 1 is a broker and the only controller, nodes 2 and 3 are brokers.
 * Node 3 hears of the controller over a line that can stand still; it goes on to serve clients
 * then, from what it knew before, and the controller counts it among the living for a minute.
 */
public final class ThreeBrokers implements AutoCloseable {

  private final String clusterId = Uuid.randomUuid().toString();
  private final List<KafkaRaftServer> running = new ArrayList<>();
  private final Path folder;
  private final int controllerPort;
  private final List<Integer> ports = new ArrayList<>();
  private final PausableProxy lineOfThird;

  private ThreeBrokers(Path folder) throws IOException {
    this.folder = folder;
    this.controllerPort = LoopbackPort.any(1).get(0);
    this.lineOfThird = new PausableProxy(controllerPort);
  }

  /** Starts all three and returns when they serve. */
  public static ThreeBrokers start(Path folder) throws IOException {
    ThreeBrokers cluster = new ThreeBrokers(folder);
    cluster.startNode(1, cluster.controllerPort);
    cluster.startNode(2, cluster.controllerPort);
    cluster.startNode(3, cluster.lineOfThird.port());
    return cluster;
  }

  /** What clients take as {@code bootstrap.servers} to ask node {@code id} first. */
  public String address(int id) {
    return "127.0.0.1:" + ports.get(id - 1);
  }

  /** Node 3 hears nothing any more. */
  public void cutThirdOff() {
    lineOfThird.pause();
  }

  /** Node 3 hears everything that it missed. */
  public void joinThirdAgain() {
    lineOfThird.resume();
  }

  /** Stops node {@code id}, not 1. */
  public void stop(int id) {
    KafkaRaftServer server = running.remove(id - 1);
    server.shutdown();
    server.awaitShutdown();
  }

  private void startNode(int id, int controller) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("node-" + id));
    try (PrintStream silent =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      StorageTool.formatCommand(
          silent,
          JavaConverters.asScalaBuffer(List.of(logs.toString())),
          new MetaProperties(clusterId, id),
          MetadataVersion.latest(),
          false);
    }
    int port = LoopbackPort.any(1).get(0);
    KafkaRaftServer server =
        new KafkaRaftServer(
            new KafkaConfig(properties(id, logs, port, controller), false),
            Time.SYSTEM,
            Option.empty());
    server.startup();
    running.add(server);
    ports.add(port);
  }

  private Map<String, String> properties(int id, Path logs, int port, int controller) {
    Map<String, String> properties =
        new HashMap<>(
            BrokerProperties.of(LocalBrokerSettings.over(folder), logs, port, controllerPort));
    properties.put("node.id", Integer.toString(id));
    properties.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    properties.put("broker.session.timeout.ms", "60000");
    if (id > 1) {
      properties.put("process.roles", "broker");
      properties.put("listeners", "PLAINTEXT://127.0.0.1:" + port);
    }
    return properties;
  }

  @Override
  public void close() throws IOException {
    joinThirdAgain();
    while (!running.isEmpty()) {
      KafkaRaftServer last = running.remove(running.size() - 1);
      last.shutdown();
      last.awaitShutdown();
    }
    lineOfThird.close();
  }
}
