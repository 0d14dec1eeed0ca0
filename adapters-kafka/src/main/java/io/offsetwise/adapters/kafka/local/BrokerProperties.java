package io.offsetwise.adapters.kafka.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The properties of a local broker, under Kafka's own names. */
final class BrokerProperties {

  static final int NODE_ID = 1;

  private static final String HOST = "127.0.0.1";

  /** What holds for every local broker; {@link LocalBrokerSettings#properties} may override it. */
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          // One broker: nothing can be replicated, and no group needs to wait for others.
          Map.entry("default.replication.factor", "1"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // The log is the truth that results are held against: nothing disappears by itself.
          Map.entry("log.retention.ms", "-1"),
          Map.entry("log.retention.bytes", "-1"),
          // Committed offsets likewise: ten years.
          Map.entry("offsets.retention.minutes", "5256000"),
          // After kill -9 the broker comes back only when its former session has expired.
          Map.entry("broker.session.timeout.ms", "1500"),
          Map.entry("broker.heartbeat.interval.ms", "400"),
          // Room for records of some megabytes.
          Map.entry("message.max.bytes", "10485760"),
          Map.entry("replica.fetch.max.bytes", "10485760"),
          // Small on disk and in memory, although a real broker. The numbers of partitions must
          // never change: a group finds its offsets by them.
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("offsets.topic.segment.bytes", "4194304"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("transaction.state.log.segment.bytes", "4194304"),
          Map.entry("log.segment.bytes", "67108864"),
          Map.entry("log.index.size.max.bytes", "1048576"),
          // Nobody waits a quarter of a minute for a small topic to be compacted.
          Map.entry("log.cleaner.backoff.ms", "500"),
          Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("background.threads", "2"));

  private BrokerProperties() {}

  /** Everything that the broker is started with; {@code logs} is where Kafka keeps its files. */
  static Map<String, String> of(
      LocalBrokerSettings settings, Path logs, int brokerPort, int controllerPort) {
    Map<String, String> properties = new HashMap<>(DEFAULTS);
    properties.putAll(settings.properties());
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", Integer.toString(NODE_ID));
    properties.put("log.dirs", logs.toString());
    properties.put(
        "listeners",
        "PLAINTEXT://" + HOST + ":" + brokerPort + ",CONTROLLER://" + HOST + ":" + controllerPort);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
    properties.put(
        "initial.broker.registration.timeout.ms", Long.toString(settings.startBound().toMillis()));
    return properties;
  }
}
