package io.offsetwise.adapters.kafka.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Where and how a local broker runs.
 *
 * @param dataFolder holds topics, group offsets and the broker's identity; created when absent,
 *     used by one broker at a time
 * @param port the port on 127.0.0.1; 0 takes the port of the former start when it is free and any
 *     free port otherwise, so that a restart usually keeps its address
 * @param startBound how long a start may take, and a stop
 * @param properties broker properties that override the defaults of {@link BrokerProperties}
 */
public record LocalBrokerSettings(
    Path dataFolder, int port, Duration startBound, Map<String, String> properties) {

  private static final int LARGEST_PORT = 65_535;
  private static final Duration USUAL_START_BOUND = Duration.ofSeconds(45);

  public LocalBrokerSettings {
    Objects.requireNonNull(dataFolder, "dataFolder");
    if (port < 0 || port > LARGEST_PORT) {
      throw new IllegalArgumentException("port " + port + " is not in 0.." + LARGEST_PORT);
    }
    if (startBound.isZero() || startBound.isNegative()) {
      throw new IllegalArgumentException("startBound must be positive but is " + startBound);
    }
    properties = Map.copyOf(properties);
  }

  /** A broker on any free port, with the defaults, over this data folder. */
  public static LocalBrokerSettings over(Path dataFolder) {
    return new LocalBrokerSettings(dataFolder, 0, USUAL_START_BOUND, Map.of());
  }

  /** The same on this port. */
  public LocalBrokerSettings onPort(int otherPort) {
    return new LocalBrokerSettings(dataFolder, otherPort, startBound, properties);
  }

  /** The same with these broker properties instead of its own. */
  public LocalBrokerSettings with(Map<String, String> otherProperties) {
    return new LocalBrokerSettings(dataFolder, port, startBound, otherProperties);
  }
}
