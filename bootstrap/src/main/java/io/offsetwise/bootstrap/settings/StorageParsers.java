package io.offsetwise.bootstrap.settings;

import io.offsetwise.adapters.storage.jdbc.ConnectionChoice;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import java.util.Locale;
import java.util.Optional;

/** The kinds of values that only databases take. */
final class StorageParsers {

  private static final String LOCAL = "local";
  private static final String SAME = "same";

  private StorageParsers() {}

  /** {@code storage.jdbc.url}. */
  static ValueParser<DatabaseAddress> results() {
    return ValueParsers.text(
        "must be local, or a JDBC address",
        text ->
            text.equals(LOCAL)
                ? new DatabaseAddress.Local()
                : new DatabaseAddress.Url(accepted(text)));
  }

  /** {@code offsets.jdbc.url}. */
  static ValueParser<Optional<String>> offsets() {
    return ValueParsers.text(
        "must be same, or a JDBC address",
        text -> text.equals(SAME) ? Optional.empty() : Optional.of(accepted(text)));
  }

  /** {@code storage.connection}. */
  static ValueParser<ConnectionChoice> connection() {
    return ValueParsers.oneOf(
        ConnectionChoice.values(),
        choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The address, if the adapter for databases takes it; it knows best what it can work with. */
  private static String accepted(String url) {
    try {
      return JdbcSettings.pooled(url, new Credentials.None()).url();
    } catch (IllegalArgumentException unusable) {
      throw new UnacceptableValueException(unusable.getMessage());
    }
  }
}
