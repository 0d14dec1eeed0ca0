package io.offsetwise.application.session;

import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;
import java.util.UUID;

/**
 * One run of a driver.
 *
 * @param stream what it reads
 * @param id tells it from every other run; at most 50 characters
 * @param host name of its machine
 * @param pid its process id
 */
public record DriverIdentity(StreamName stream, String id, String host, long pid) {

  public DriverIdentity {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(host, "host");
  }

  /** This process as a new driver of {@code stream}. */
  public static DriverIdentity ofThisProcess(StreamName stream, String host) {
    return new DriverIdentity(
        stream, UUID.randomUUID().toString(), host, ProcessHandle.current().pid());
  }
}
