package io.offsetwise.bootstrap.settings.configuration;

import java.util.regex.Pattern;

/** Keeps what looks like a secret out of everything that is shown. */
final class Secrets {

  private static final String MASK = "******";
  private static final Pattern SECRET_KEY =
      Pattern.compile(
          "(password|secret|credential|token|jaas|private\\.key|keystore\\.key)(?!-(env|file))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PASSWORD_IN_ADDRESS =
      Pattern.compile(
          "((?:password|pwd)\\s*=)[^;&]*|(//[^/@:]*:)[^/@]*(?=@)", Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /** The value as it may be shown. */
  static String masked(String key, String value) {
    if (SECRET_KEY.matcher(key).find()) {
      return MASK;
    }
    return PASSWORD_IN_ADDRESS.matcher(value).replaceAll("$1$2" + MASK);
  }
}
