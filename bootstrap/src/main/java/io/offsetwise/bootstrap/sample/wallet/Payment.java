package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.domain.text.Text;
import java.util.Objects;

/**
 * A payment into a wallet.
 *
 * <p>Names are texts that every database holds: not longer than their columns, whether a database
 * counts UTF-16 units or code points; without NUL, which PostgreSQL refuses; and without half of a
 * surrogate pair, which no UTF-8 can say.
 *
 * @param id the natural unique key, not blank, at most {@value #MAX_NAME_LENGTH} UTF-16 units
 * @param wallet the wallet's name, not blank, at most {@value #MAX_NAME_LENGTH} UTF-16 units
 * @param cents the amount in cents, any; negative for a payment out of the wallet
 */
public record Payment(String id, String wallet, long cents) {

  /** Longest id and longest wallet name, in UTF-16 units. */
  public static final int MAX_NAME_LENGTH = 100;

  public Payment {
    requireName("id", id);
    requireName("wallet", wallet);
  }

  private static void requireName(String what, String name) {
    Objects.requireNonNull(name, what);
    if (name.length() > MAX_NAME_LENGTH) {
      throw new IllegalArgumentException(
          Text.of(
              "%s '%s...' is longer than %s characters",
              what, name.substring(0, MAX_NAME_LENGTH), MAX_NAME_LENGTH));
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException(what + " '" + name + "' is blank");
    }
    if (!isText(name)) {
      throw new IllegalArgumentException(
          what + " '" + name + "' holds NUL or half of a surrogate pair, which no database keeps");
    }
  }

  /** A surrogate is left as a code point of its own only where its other half is missing. */
  private static boolean isText(String name) {
    int at = 0;
    while (at < name.length()) {
      int codePoint = name.codePointAt(at);
      if (codePoint == 0 || isSurrogate(codePoint)) {
        return false;
      }
      at += Character.charCount(codePoint);
    }
    return true;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
