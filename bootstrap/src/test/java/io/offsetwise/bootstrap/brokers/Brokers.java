package io.offsetwise.bootstrap.brokers;

import io.offsetwise.adapters.kafka.local.LoopbackPort;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The brokers of a test class, numbered from 1, each in a JVM of its own that can be killed. They
 * keep three copies of what is theirs, or as many as they are; those of a topic are the test's
 * choice.
 */
public final class Brokers implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final Duration BOUND = Duration.ofMinutes(2);

  private final BrokerRelease release;
  private final int count;
  private final Map<String, String> further;
  private final List<Integer> ports;
  private final List<Integer> controllerPorts;
  private final List<BrokerNode> nodes = new ArrayList<>();
  private Path folder;

  private Brokers(BrokerRelease release, int count, Map<String, String> further) {
    this.release = release;
    this.count = count;
    this.further = Map.copyOf(further);
    List<Integer> free = LoopbackPort.any(2 * count);
    this.ports = free.subList(0, count);
    this.controllerPorts = free.subList(count, 2 * count);
  }

  /** Three of them. */
  public static Brokers three(BrokerRelease release) {
    return new Brokers(release, 3, Map.of());
  }

  /** One alone. */
  public static Brokers one(BrokerRelease release) {
    return one(release, Map.of());
  }

  /**
   * The same with further properties.
   *
   * @param further under Kafka's names; {@code listeners} and {@code advertised.listeners} are
   *     added to its own
   */
  static Brokers one(BrokerRelease release, Map<String, String> further) {
    return new Brokers(release, 1, further);
  }

  @Override
  public void beforeAll(ExtensionContext test) throws IOException {
    start();
  }

  /** Starts all; for whoever is no extension of a test class. */
  public void start() throws IOException {
    folder = Files.createTempDirectory("brokers");
    String clusterId = Uuid.randomUuid().toString();
    for (int id = 1; id <= count; id++) {
      nodes.add(BrokerNode.in(folder.resolve("node-" + id), release, clusterId, properties(id)));
      nodes.get(id - 1).start();
    }
    awaitLiving(count);
  }

  @Override
  public void afterAll(ExtensionContext test) throws IOException {
    close();
  }

  @Override
  public void close() throws IOException {
    nodes.forEach(BrokerNode::close);
    deleteAll(folder);
  }

  /** What clients take as {@code bootstrap.servers}. */
  public String address() {
    return ports.stream().map(port -> HOST + ":" + port).collect(Collectors.joining(","));
  }

  /**
   * Asks and changes whatever there is, as a user who may do anything; for a few questions, and the
   * caller's to close. One that is kept may have heard of a single broker, when the others had just
   * been started, and asks nobody else when that one is gone (Kafka's clients before 3.8, KIP-899).
   */
  public Admin admin() {
    return Admin.create(
        Map.of(
            "bootstrap.servers", address(),
            "request.timeout.ms", "5000",
            "reconnect.backoff.ms", "500"));
  }

  /** Where the copies of their topics are. */
  public ReplicatedTopics topics() {
    return new ReplicatedTopics(this::admin, connection(BOUND));
  }

  /** How clients reach them. */
  public KafkaConnection connection(Duration timeout) {
    return KafkaConnection.to(timeout, address().split(",", -1));
  }

  /** Kills one; the others notice it after three seconds. */
  public void kill(int id) throws InterruptedException {
    nodes.get(id - 1).kill();
  }

  /** Starts one that was killed, and does not wait for it. */
  public void start(int id) throws IOException {
    nodes.get(id - 1).start();
  }

  /** Starts all that were killed, and does not wait for them. */
  public void startKilled() throws IOException {
    for (BrokerNode node : nodes) {
      if (!node.isAlive()) {
        node.start();
      }
    }
  }

  /** Waits until so many are alive. */
  public void awaitLiving(int living) {
    Awaitility.await().atMost(BOUND).until(() -> living() == living);
  }

  private int living() throws InterruptedException {
    try (Admin admin = admin()) {
      return admin.describeCluster().nodes().get().size();
    } catch (ExecutionException | KafkaException notYet) {
      return 0;
    }
  }

  private Map<String, String> properties(int id) {
    Map<String, String> properties = new HashMap<>(BrokerDefaults.of(count));
    properties.put("node.id", Integer.toString(id));
    properties.put("log.dirs", folder.resolve("node-" + id).resolve("logs").toString());
    properties.putAll(further);
    properties.merge(
        "listeners",
        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d"
            .formatted(HOST, ports.get(id - 1), HOST, controllerPorts.get(id - 1)),
        (others, own) -> own + "," + others);
    properties.computeIfPresent(
        "advertised.listeners",
        (name, others) -> "PLAINTEXT://%s:%d,".formatted(HOST, ports.get(id - 1)) + others);
    properties.put(
        "controller.quorum.voters",
        IntStream.rangeClosed(1, count)
            .mapToObj(voter -> voter + "@" + HOST + ":" + controllerPorts.get(voter - 1))
            .collect(Collectors.joining(",")));
    return properties;
  }

  static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Brokers::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
