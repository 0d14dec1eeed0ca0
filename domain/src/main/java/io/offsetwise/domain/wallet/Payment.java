package io.offsetwise.domain.wallet;

import java.util.Objects;

/**
 * A payment into a wallet.
 *
 * @param id the natural unique key, not blank, at most {@value #MAX_NAME_LENGTH} characters
 * @param wallet the wallet's name, not blank, at most {@value #MAX_NAME_LENGTH} characters
 * @param cents the amount in cents; negative for a payment out of the wallet
 */
public record Payment(String id, String wallet, long cents) {

  /** Longest id and longest wallet name, in characters. */
  public static final int MAX_NAME_LENGTH = 100;

  public Payment {
    requireName("id", id);
    requireName("wallet", wallet);
  }

  private static void requireName(String what, String name) {
    Objects.requireNonNull(name, what);
    if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
      throw new IllegalArgumentException(
          what + " '" + name + "' is blank or longer than " + MAX_NAME_LENGTH + " characters");
    }
  }
}
