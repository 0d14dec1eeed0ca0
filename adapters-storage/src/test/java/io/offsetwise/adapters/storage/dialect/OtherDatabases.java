package io.offsetwise.adapters.storage.dialect;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import java.util.UUID;

/** Databases of the other dialect. */
final class OtherDatabases {

  private OtherDatabases() {}

  /** The settings of a new one, without any table. */
  static JdbcSettings empty() {
    return empty(new OtherDialect());
  }

  static JdbcSettings empty(OtherDialect dialect) {
    return JdbcSettings.pooled(
        dialect, dialect.prefix() + UUID.randomUUID(), new Credentials.None());
  }
}
