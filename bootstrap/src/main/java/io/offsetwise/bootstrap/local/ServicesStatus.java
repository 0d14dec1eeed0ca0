package io.offsetwise.bootstrap.local;

import java.time.Duration;
import java.time.Instant;

/**
 * Services that run.
 *
 * @param pid number of their process
 * @param uptime time since the start of the process
 * @param addresses where they answer
 */
public record ServicesStatus(long pid, Duration uptime, LocalAddresses addresses) {

  static ServicesStatus of(ServicesState state) {
    ServiceProcess process = state.process();
    Instant start = Instant.ofEpochMilli(process.startedAtMs());
    return new ServicesStatus(
        process.pid(), Duration.between(start, Instant.now()), state.addresses());
  }
}
