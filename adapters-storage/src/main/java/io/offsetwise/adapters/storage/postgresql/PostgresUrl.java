package io.offsetwise.adapters.storage.postgresql;

import io.offsetwise.adapters.storage.jdbc.JdbcTimeouts;
import io.offsetwise.domain.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.Driver;

/**
 * A JDBC URL of PostgreSQL, and what this project needs of it: bounded waits, batches whose rows
 * are counted, and no option by which an address could load code or read a file of its own choice.
 *
 * @param address what is before the options
 * @param options as the driver understands them, with its host, port and database among them
 */
record PostgresUrl(String address, Properties options) {

  static final String PREFIX = "jdbc:postgresql:";
  private static final String SCHEMA = "currentSchema";
  private static final String HOST = "PGHOST";

  /**
   * What may stand in a URL. Whatever else the driver takes is refused, also what it takes one day.
   */
  static final Set<String> ALLOWED =
      Set.of(
          "ApplicationName",
          "channelBinding",
          "connectTimeout",
          SCHEMA,
          "gssEncMode",
          "hostRecheckSeconds",
          "loadBalanceHosts",
          "loginTimeout",
          "options",
          "PGDBNAME",
          HOST,
          "PGPORT",
          "prepareThreshold",
          "receiveBufferSize",
          "sendBufferSize",
          "socketTimeout",
          "ssl",
          "sslcert",
          "sslkey",
          "sslmode",
          "sslNegotiation",
          "sslrootcert",
          "targetServerType",
          "tcpKeepAlive",
          "user");

  /** A network that answers nothing is given up this much later than the server gives up itself. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(1);

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException when the driver cannot read it, or it has an option that is
   *     not allowed
   */
  static PostgresUrl parse(String url) {
    String[] parts = url.split("\\?", 2);
    Properties options = Driver.parseURL(url, new Properties());
    if (options == null) {
      throw new IllegalArgumentException(
          // It is not shown: nobody knows which part of it is a password.
          "the JDBC URL cannot be read: write jdbc:postgresql://HOST:PORT/DATABASE, several hosts"
              + " with commas between, an address of IPv6 in brackets");
    }
    PostgresUrl parsed = new PostgresUrl(parts[0], options);
    parsed.requireAllowed();
    return parsed;
  }

  private void requireAllowed() {
    Set<String> refused = new TreeSet<>(options.stringPropertyNames());
    refused.removeAll(ALLOWED);
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(
          Text.of(
              "JDBC URL %s has %s, which is not taken from an address: some options of the driver"
                  + " load code, read files or keep rows from being counted; leave it out",
              address, String.join(", ", refused)));
    }
  }

  /** The database, and the schema in it: other tables are there in another schema. */
  String place() {
    return Optional.ofNullable(options.getProperty(SCHEMA))
        .map(schema -> address + "?" + SCHEMA + "=" + schema)
        .orElse(address);
  }

  /**
   * What to connect with, beside the URL, whose own options go before these.
   *
   * @param answer the longest wait for the answer to a statement
   */
  Properties connecting(Properties credentials, JdbcTimeouts timeouts, Duration answer) {
    Properties all = new Properties();
    all.putAll(credentials);
    String connecting = seconds(timeouts.connection());
    all.setProperty("connectTimeout", connecting);
    all.setProperty("loginTimeout", connecting);
    all.setProperty("socketTimeout", seconds(answer.plus(ON_THE_WAY)));
    all.setProperty("tcpKeepAlive", "true");
    all.setProperty("ApplicationName", "offsetwise");
    if (hosts() > 1) {
      // A standby takes no writes; after a failover the driver must look for the new primary.
      all.setProperty("targetServerType", "primary");
    }
    return all;
  }

  /**
   * What bounds the waits of a session: the server ends them, and says why.
   *
   * @param answer the longest wait for the answer to a statement
   */
  static List<String> bounds(JdbcTimeouts timeouts, Duration answer) {
    return List.of(
        bound("lock_timeout", timeouts.lock()),
        bound("statement_timeout", answer),
        bound("idle_in_transaction_session_timeout", timeouts.idle()));
  }

  private static String bound(String setting, Duration bound) {
    return Text.of("SET %s = %s", setting, bound.toMillis());
  }

  private int hosts() {
    return options.getProperty(HOST, "").split(",", -1).length;
  }

  /** The driver counts in whole seconds, of which none would be for ever. */
  private static String seconds(Duration bound) {
    return Long.toString(Math.max(1, bound.plusMillis(999).toSeconds()));
  }
}
