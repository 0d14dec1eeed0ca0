package io.offsetwise.bootstrap.local;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import java.util.Objects;

/**
 * Where local services answer, on loopback.
 *
 * @param kafka {@code host:port} of the broker
 * @param database the kind of the database
 * @param jdbcUrl address of the database, for people; clients also need its credentials
 * @param databasePort port of the database
 */
public record LocalAddresses(
    String kafka, LocalDatabaseKind database, String jdbcUrl, int databasePort) {

  public LocalAddresses {
    Objects.requireNonNull(kafka, "kafka");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(jdbcUrl, "jdbcUrl");
  }
}
