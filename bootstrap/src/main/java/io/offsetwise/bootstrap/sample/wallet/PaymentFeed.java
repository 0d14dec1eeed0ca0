package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.adapters.kafka.feed.RecordFeeder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Feeds generated payments that are not in the topics yet. A payment's key is its wallet, so that
 * the payments of one wallet stay in their order; several topics are fed in turn. Not thread-safe.
 */
public final class PaymentFeed {

  private final PaymentGenerator generator;
  private final List<String> topics;
  private final RecordFeeder feeder;
  private final PaymentJson json = new PaymentJson();

  /**
   * A feed through {@code feeder}, which stays the caller's.
   *
   * @param topics at least one
   */
  public PaymentFeed(PaymentGenerator generator, List<String> topics, RecordFeeder feeder) {
    this.generator = Objects.requireNonNull(generator, "generator");
    this.topics = List.copyOf(topics);
    this.feeder = Objects.requireNonNull(feeder, "feeder");
    if (topics.isEmpty()) {
      throw new IllegalArgumentException("payments need a topic to be fed to");
    }
  }

  /**
   * Sends the payments {@code [0, total)} that are not there, and waits until all are acknowledged.
   *
   * @param present what the topics hold already; what is sent is added to it
   * @param total number of payments that the topics shall hold
   * @param stop is asked before each payment; what was not sent then is sent by the next feed
   * @param progress takes the number of payments that are there or were sent
   * @return number of payments that were sent
   */
  public long feedUpTo(
      FedPayments present, long total, BooleanSupplier stop, LongConsumer progress) {
    long sent = 0;
    for (long sequence = 0; sequence < total && !stop.getAsBoolean(); sequence++) {
      if (present.add(sequence)) {
        send(sequence);
        sent++;
      }
      progress.accept(sequence + 1);
    }
    feeder.flush();
    return sent;
  }

  /**
   * Sends payments that are not there, without waiting for their acknowledgement.
   *
   * @param present what the topics hold already; what is sent is added to it
   * @param count number of payments to send
   */
  public void feedMore(FedPayments present, long count) {
    for (long sent = 0; sent < count; sent++) {
      long sequence = present.firstAbsent();
      present.add(sequence);
      send(sequence);
    }
  }

  private void send(long sequence) {
    Payment payment = generator.payment(sequence);
    String topic = topics.get(Math.floorMod(sequence, topics.size()));
    feeder.send(topic, payment.wallet().getBytes(StandardCharsets.UTF_8), json.encode(payment));
  }
}
