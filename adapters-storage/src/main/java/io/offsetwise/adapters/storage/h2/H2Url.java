package io.offsetwise.adapters.storage.h2;

import io.offsetwise.adapters.storage.jdbc.JdbcTimeouts;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDBC URL of H2, and what this project needs of it: the PostgreSQL mode (so that one SQL serves
 * both databases), bounded waits, commits that survive a kill, and no option by which an address
 * could run statements, load code or write a file of its own choice.
 */
final class H2Url {

  static final String PREFIX = "jdbc:h2:";
  private static final String SEPARATOR = ";";

  /** H2's own, within options: what is behind it is a part of a value, a separator too. */
  private static final String ESCAPE = "\\";

  /** What may stand in a URL. Whatever else H2 takes is refused, also what it takes one day. */
  private static final Set<String> ALLOWED =
      Set.of(
          "AUTO_SERVER",
          "AUTO_SERVER_PORT",
          "CACHE_SIZE",
          "DATABASE_TO_LOWER",
          "DATABASE_TO_UPPER",
          "DB_CLOSE_DELAY",
          "DB_CLOSE_ON_EXIT",
          "FORBID_CREATION",
          "IFEXISTS",
          "LOCK_TIMEOUT",
          "MODE",
          "NETWORK_TIMEOUT",
          "NON_KEYWORDS",
          "SCHEMA",
          "TIME ZONE",
          "USER",
          "WRITE_DELAY");

  /** The file systems of H2 that keep nothing; they may stand behind others, as split:memFS:x. */
  private static final Set<String> IN_MEMORY =
      Set.of("mem", "memfs", "memlzf", "niomemfs", "niomemlzf");

  private static final Pattern SERVERS = Pattern.compile("(?i)(tcp|ssl):(//)?[^/]*/");
  private static final String MODE = "MODE";
  private static final String WRITE_DELAY = "WRITE_DELAY";
  private static final String AUTO_SERVER = "AUTO_SERVER";

  private final String address;
  private final Map<String, String> options;

  private H2Url(String address, Map<String, String> options) {
    this.address = address;
    this.options = options;
  }

  /**
   * Reads a URL.
   *
   * @param url a URL of H2
   * @throws IllegalArgumentException when it asks for another mode, or has an option that is not
   *     allowed
   */
  static H2Url parse(String url) {
    String[] parts = url.split(SEPARATOR);
    H2Url parsed = new H2Url(parts[0], options(parts));
    parsed.requireAllowed();
    String mode = parsed.options.getOrDefault(MODE, "PostgreSQL");
    if (!mode.equalsIgnoreCase("PostgreSQL")) {
      throw new IllegalArgumentException(
          Text.of(
              "JDBC URL %s asks for MODE=%s but the statements here need MODE=PostgreSQL: leave"
                  + " MODE out, it is set by itself",
              parsed.address, mode));
    }
    return parsed;
  }

  private static Map<String, String> options(String[] parts) {
    Map<String, String> options = new LinkedHashMap<>();
    Stream.of(parts)
        .skip(1)
        .filter(option -> !option.isBlank())
        .map(option -> option.split("=", 2))
        .forEach(
            pair ->
                options.put(
                    pair[0].trim().toUpperCase(Locale.ROOT),
                    pair.length == 2 ? pair[1].trim() : ""));
    return options;
  }

  private void requireAllowed() {
    Set<String> refused = new TreeSet<>(options.keySet());
    refused.removeAll(ALLOWED);
    if (options.values().stream().anyMatch(value -> value.contains(ESCAPE))) {
      refused.add(ESCAPE);
    }
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(
          Text.of(
              "JDBC URL %s has %s, which is not taken from an address: some options of H2 run"
                  + " statements, load code or write files; leave it out",
              address, String.join(", ", refused)));
    }
  }

  /** The URL without its options: what messages show. */
  String address() {
    return address;
  }

  /**
   * Makes sure that committed transactions survive a kill of the process.
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE}
   */
  void requireDurable() {
    if (isEmbeddedFile() && !"0".equals(options.get(WRITE_DELAY))) {
      throw StopReason.IMPOSSIBLE.because(
          "JDBC URL %s has WRITE_DELAY=%s: H2 would lose committed transactions when the process is"
              + " killed, so that no guarantee holds; append ;WRITE_DELAY=0",
          address, options.getOrDefault(WRITE_DELAY, "500 (H2's default)"));
    }
  }

  /**
   * Whether the data live in memory only, that of this process or of a server: they are gone with
   * it. Written in capitals, H2 may take such a name for a file's; it counts as memory here.
   */
  boolean isMemory() {
    String database = SERVERS.matcher(address.substring(PREFIX.length()).strip()).replaceFirst("");
    List<String> names = List.of(database.split(":", -1));
    return database.equals(".")
        || names.subList(0, names.size() - 1).stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .anyMatch(IN_MEMORY::contains);
  }

  /** Whether several processes can use the database at the same time. */
  boolean isShared() {
    return isServer() || "TRUE".equalsIgnoreCase(options.get(AUTO_SERVER));
  }

  private boolean isServer() {
    return address.startsWith(PREFIX + "tcp:") || address.startsWith(PREFIX + "ssl:");
  }

  private boolean isEmbeddedFile() {
    return !isServer() && !isMemory();
  }

  /**
   * The URL to connect with: what the user wrote, and what was missing.
   *
   * @param answerMillis the longest wait of the network for an answer, in ms
   */
  String connectingUrl(JdbcTimeouts timeouts, long answerMillis) {
    Map<String, String> all = new LinkedHashMap<>(options);
    all.putIfAbsent(MODE, "PostgreSQL");
    all.putIfAbsent("LOCK_TIMEOUT", Long.toString(timeouts.lock().toMillis()));
    if (isServer()) {
      all.putIfAbsent("NETWORK_TIMEOUT", Long.toString(answerMillis));
    }
    if (isMemory()) {
      // Or the tables are gone whenever no connection happens to be open.
      all.putIfAbsent("DB_CLOSE_DELAY", "-1");
    }
    List<String> parts = new ArrayList<>(List.of(address));
    all.forEach((key, value) -> parts.add(key + "=" + value));
    return String.join(";", parts);
  }
}
