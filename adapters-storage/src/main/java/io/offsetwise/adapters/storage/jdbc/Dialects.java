package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.domain.text.Text;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The dialects among which a URL chooses.
 *
 * @param known all of them
 */
record Dialects(List<Dialect> known) {

  private static final Pattern OPTIONS = Pattern.compile("(?<!\\\\);");

  Dialects {
    known = List.copyOf(known);
  }

  /** Those that the jars of this program bring, wherever spark-submit has loaded them. */
  static Dialects onClassPath() {
    return new Dialects(
        ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /**
   * The one whose URLs begin as {@code url} does.
   *
   * @throws IllegalArgumentException when there is none
   */
  Dialect of(String url) {
    return known.stream()
        .filter(dialect -> url.startsWith(dialect.prefix()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(url)));
  }

  private String unknown(String url) {
    return Text.of(
        "JDBC URL '%s' does not begin with %s: this version stores in %s only",
        OPTIONS.split(url, 2)[0], anyOf(Dialect::prefix), anyOf(Dialect::name));
  }

  private String anyOf(Function<Dialect, String> word) {
    return known.stream().map(word).collect(Collectors.joining(" or "));
  }
}
