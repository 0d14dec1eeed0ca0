package io.offsetwise.bootstrap.sample.wallet;

import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * An endless sequence of payments in which each one is a pure function of seed and sequence number,
 * so that feeding a topic again adds nothing twice.
 *
 * @param seed chooses the sequence
 * @param wallets number of wallets that payments go to, at least 1
 */
public record PaymentGenerator(long seed, int wallets) {

  private static final int MAX_CENTS = 100_00;
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  public PaymentGenerator {
    if (wallets < 1) {
      throw new IllegalArgumentException(wallets + " wallets cannot take payments");
    }
  }

  /**
   * The payment with this number.
   *
   * @param sequence 0 or more
   */
  public Payment payment(long sequence) {
    SplittableRandom random = new SplittableRandom(seed + (sequence + 1) * GOLDEN_GAMMA);
    String wallet = "wallet-" + random.nextInt(wallets);
    return new Payment(idPrefix() + sequence, wallet, 1 + random.nextInt(MAX_CENTS));
  }

  /** The number of the payment with this id, or empty when this generator never makes that id. */
  public OptionalLong sequenceOf(String paymentId) {
    String prefix = idPrefix();
    if (!paymentId.startsWith(prefix)) {
      return OptionalLong.empty();
    }
    try {
      long sequence = Long.parseLong(paymentId.substring(prefix.length()));
      // the parser takes +1 and 01 as well, which are ids of somebody else
      boolean ours = sequence >= 0 && paymentId.equals(prefix + sequence);
      return ours ? OptionalLong.of(sequence) : OptionalLong.empty();
    } catch (NumberFormatException notOurs) {
      return OptionalLong.empty();
    }
  }

  private String idPrefix() {
    return "payment-" + seed + "-";
  }
}
