package io.offsetwise.bootstrap.brokers;

import java.util.HashMap;
import java.util.Map;

/** Properties of small brokers that notice within some seconds that one of them is gone. */
final class BrokerDefaults {

  private static final Map<String, String> SMALL =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("controller.listener.names", "CONTROLLER"),
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("broker.session.timeout.ms", "3000"),
          Map.entry("broker.heartbeat.interval.ms", "500"),
          Map.entry("replica.lag.time.max.ms", "3000"),
          Map.entry("controlled.shutdown.enable", "false"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("offsets.topic.num.partitions", "2"),
          Map.entry("offsets.topic.segment.bytes", "4194304"),
          Map.entry("transaction.state.log.num.partitions", "2"),
          Map.entry("transaction.state.log.segment.bytes", "4194304"),
          Map.entry("log.segment.bytes", "16777216"),
          Map.entry("log.index.size.max.bytes", "1048576"),
          Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "2"),
          Map.entry("background.threads", "2"));

  private BrokerDefaults() {}

  /** Those of one broker among so many. */
  static Map<String, String> of(int brokers) {
    Map<String, String> properties = new HashMap<>(SMALL);
    String copies = Integer.toString(Math.min(3, brokers));
    properties.put("offsets.topic.replication.factor", copies);
    properties.put("transaction.state.log.replication.factor", copies);
    properties.put("transaction.state.log.min.isr", Integer.toString(Math.min(2, brokers)));
    properties.put("default.replication.factor", copies);
    return properties;
  }
}
