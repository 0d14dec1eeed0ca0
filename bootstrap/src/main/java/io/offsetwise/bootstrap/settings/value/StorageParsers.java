package io.offsetwise.bootstrap.settings.value;

import io.offsetwise.adapters.storage.jdbc.ConnectionChoice;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.settings.DatabaseAddress;
import java.util.Locale;
import java.util.Optional;

/** The kinds of values that only databases take. */
public final class StorageParsers {

  private static final String LOCAL = "local";
  private static final String SAME = "same";

  private StorageParsers() {}

  /** {@code storage.jdbc.url}. */
  public static ValueParser<DatabaseAddress> results() {
    return ValueParsers.text(
        "must be local, or a JDBC address",
        text ->
            text.equals(LOCAL)
                ? new DatabaseAddress.Local()
                : new DatabaseAddress.Url(accepted(text)));
  }

  /** {@code offsets.jdbc.url}. */
  public static ValueParser<Optional<String>> offsets() {
    return ValueParsers.text(
        "must be same, or a JDBC address",
        text -> text.equals(SAME) ? Optional.empty() : Optional.of(accepted(text)));
  }

  /** {@code storage.connection}. */
  public static ValueParser<ConnectionChoice> connection() {
    return ValueParsers.oneOf(
        ConnectionChoice.values(),
        choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The address, if the adapter for databases takes it; it knows best what it can work with. */
  private static String accepted(String url) {
    try {
      return lasting(JdbcSettings.pooled(url, new Credentials.None()));
    } catch (IllegalArgumentException unusable) {
      throw new UnacceptableValueException(unusable.getMessage());
    }
  }

  /** Positions or results that vanish with a process would be taken for ones never written. */
  private static String lasting(JdbcSettings database) {
    if (database.isMemory()) {
      throw new UnacceptableValueException(
          "the database lives in the memory of a process and is gone with it, so that no guarantee"
              + " holds across a restart; name a database in a file, or on a server that keeps it"
              + " in one");
    }
    return database.url();
  }
}
