package io.offsetwise.bootstrap.settings.configuration;

import com.typesafe.config.ConfigOrigin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the place of a value is shown. */
final class Origins {

  /** The library writes {@code file: 3} or {@code file: 3-4}; editors open {@code file:3}. */
  private static final Pattern WITH_LINE = Pattern.compile("(.*): (\\d+)(?:-\\d+)?");

  private Origins() {}

  /** {@code file:line}, or the name of another source such as the command line. */
  static String shown(ConfigOrigin origin) {
    Matcher matcher = WITH_LINE.matcher(origin.description());
    return matcher.matches() ? matcher.group(1) + ":" + matcher.group(2) : origin.description();
  }
}
