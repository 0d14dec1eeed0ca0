package io.offsetwise.bootstrap.settings.configuration;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import java.util.regex.Pattern;

/** Keeps what looks like a secret out of everything that is shown. */
final class Secrets {

  private static final String MASK = "******";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final Pattern SECRET_KEY =
      Pattern.compile(
          "(password|secret|credential|token|jaas|private\\.key|keystore\\.key)(?!-(env|file))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PASSWORD_IN_ADDRESS =
      Pattern.compile(
          "((?:password|pwd)\\s*=)[^;&]*|(//[^/@:]*:)[^/@]*(?=@)", Pattern.CASE_INSENSITIVE);
  private static final Pattern JDBC = Pattern.compile("\\s*jdbc:.*", FLAGS);

  /** From where on a JDBC address may hold anything. */
  private static final Pattern BEHIND_THE_PLACE = Pattern.compile("(//[^/@:]*:).*@|(=).*", FLAGS);

  private Secrets() {}

  /** The value as it may be shown. */
  static String masked(String key, String value) {
    if (SECRET_KEY.matcher(key).find()) {
      return MASK;
    }
    if (JDBC.matcher(value).matches()) {
      return address(value);
    }
    return PASSWORD_IN_ADDRESS.matcher(value).replaceAll("$1$2" + MASK);
  }

  /** An address that is taken holds no secret; of any other, nobody knows what its options are. */
  private static String address(String url) {
    try {
      return JdbcSettings.pooled(url, new Credentials.None()).url();
    } catch (IllegalArgumentException refused) {
      return BEHIND_THE_PLACE.matcher(url).replaceFirst("$1$2" + MASK);
    }
  }
}
