package io.offsetwise.bootstrap.local;

import java.util.Objects;

/**
 * Where local services answer, on loopback.
 *
 * @param kafka {@code host:port} of the broker
 * @param jdbcUrl address of the database, for people; clients also need its credentials
 * @param databasePort port of the database
 */
public record LocalAddresses(String kafka, String jdbcUrl, int databasePort) {

  public LocalAddresses {
    Objects.requireNonNull(kafka, "kafka");
    Objects.requireNonNull(jdbcUrl, "jdbcUrl");
  }
}
