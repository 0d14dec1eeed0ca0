package io.offsetwise.bootstrap.laboratory.money;

import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.wallet.DigitCode;
import io.offsetwise.domain.wallet.Payment;
import java.util.List;

/**
 * Payments whose amounts are powers of ten, no two of a wallet alike. They go to the partitions in
 * turn, so that these are of equal length, and the payments of one wallet to different ones, so
 * that balances are shared by all partitions and a wallet's payments meet different batches.
 *
 * @param seed tells one run's payments from another's
 * @param records number of payments, 1 or more
 * @param partitions where they go, at least one
 */
public record DigitCodedPayments(long seed, int records, List<TopicPartition> partitions) {

  public DigitCodedPayments {
    partitions = List.copyOf(partitions);
    if (records < 1 || partitions.isEmpty()) {
      throw new IllegalArgumentException(records + " payments cannot go to " + partitions);
    }
  }

  /** Number of wallets: a multiple of the partitions, so that each round of payments is even. */
  public int wallets() {
    int rounds = DigitCode.DIGITS * partitions.size();
    return (records + rounds - 1) / rounds * partitions.size();
  }

  /**
   * The payment with this number.
   *
   * @param number 0 or more, less than {@link #records}
   */
  public Payment payment(int number) {
    return new Payment(
        "payment-" + seed + "-" + number,
        "wallet-" + number % wallets(),
        new DigitCode(digit(number)).cents());
  }

  /** Where the payment with this number goes. */
  public TopicPartition partitionOf(int number) {
    return partitions.get((number + digit(number)) % partitions.size());
  }

  /** Number of payments that the shortest partition gets. */
  public int shortestPartition() {
    return records / partitions.size();
  }

  private int digit(int number) {
    return number / wallets();
  }
}
