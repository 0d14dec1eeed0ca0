package io.offsetwise.bootstrap.settings.configuration;

import com.typesafe.config.ConfigException;
import java.util.Optional;

/** A source that cannot be read at all. */
final class Malformed {

  private Malformed() {}

  /** The library's failure as a problem, with its own origin when it has one. */
  static SettingProblem problem(String source, ConfigException failure) {
    String origin = Optional.ofNullable(failure.origin()).map(Origins::shown).orElse(source);
    return new SettingProblem(origin, "cannot be read", messageOf(failure));
  }

  private static String messageOf(ConfigException failure) {
    String message = failure.getMessage();
    String prefix = failure.origin() == null ? "" : failure.origin().description() + ": ";
    String bare = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    return bare.replaceAll("\\s*\\R\\s*", " ");
  }
}
