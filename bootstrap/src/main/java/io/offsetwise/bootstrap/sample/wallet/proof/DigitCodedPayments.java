package io.offsetwise.bootstrap.sample.wallet.proof;

import io.offsetwise.bootstrap.laboratory.subject.Feed;
import io.offsetwise.bootstrap.sample.wallet.DigitCode;
import io.offsetwise.bootstrap.sample.wallet.Payment;
import io.offsetwise.bootstrap.sample.wallet.PaymentJson;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Payments whose amounts are powers of ten, no two of a wallet alike. They go to the partitions in
 * turn, so that these are of equal length, and the payments of one wallet to different ones, so
 * that balances are shared by all partitions and a wallet's payments meet different batches.
 *
 * @param seed tells one run's payments from another's
 * @param records number of payments, 1 or more
 * @param partitions where they go, at least one
 */
record DigitCodedPayments(long seed, int records, List<TopicPartition> partitions) implements Feed {

  private static final PaymentJson JSON = new PaymentJson();

  DigitCodedPayments {
    partitions = List.copyOf(partitions);
    if (records < 1 || partitions.isEmpty()) {
      throw new IllegalArgumentException(records + " payments cannot go to " + partitions);
    }
  }

  /** Number of wallets: a multiple of the partitions, so that each round of payments is even. */
  int wallets() {
    int rounds = DigitCode.DIGITS * partitions.size();
    return (records + rounds - 1) / rounds * partitions.size();
  }

  /**
   * The payment with this number.
   *
   * @param number 0 or more, less than {@link #records}
   */
  Payment payment(int number) {
    return new Payment(
        "payment-" + seed + "-" + number,
        "wallet-" + number % wallets(),
        new DigitCode(digit(number)).cents());
  }

  /** Where the payment with this number goes. */
  TopicPartition partitionOf(int number) {
    return partitions.get((number + digit(number)) % partitions.size());
  }

  @Override
  public int shortestPartition() {
    return records / partitions.size();
  }

  @Override
  public ProducerRecord<byte[], byte[]> record(int number) {
    Payment payment = payment(number);
    TopicPartition partition = partitionOf(number);
    return new ProducerRecord<>(
        partition.topic(),
        partition.partition(),
        payment.wallet().getBytes(StandardCharsets.UTF_8),
        JSON.encode(payment));
  }

  private int digit(int number) {
    return number / wallets();
  }
}
