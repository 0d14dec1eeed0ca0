package io.offsetwise.bootstrap.settings;

import java.util.Objects;

/** Where a database is. */
public sealed interface DatabaseAddress {

  /** The local database of the data folder, started when it is needed. */
  record Local() implements DatabaseAddress {}

  /**
   * A database that somebody else runs, or that lies in a file.
   *
   * @param url JDBC address without a password in it
   */
  record Url(String url) implements DatabaseAddress {
    public Url {
      Objects.requireNonNull(url, "url");
    }
  }
}
