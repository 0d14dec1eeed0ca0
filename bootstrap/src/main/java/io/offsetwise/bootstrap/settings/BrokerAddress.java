package io.offsetwise.bootstrap.settings;

import java.util.List;

/** Where the brokers are. */
public sealed interface BrokerAddress {

  /** The local broker of the data folder, started when it is needed. */
  record Local() implements BrokerAddress {}

  /**
   * Brokers that somebody else runs.
   *
   * @param servers {@code host:port} of one or more of them; not all need to live
   */
  record Servers(List<String> servers) implements BrokerAddress {
    public Servers {
      servers = List.copyOf(servers);
    }
  }
}
