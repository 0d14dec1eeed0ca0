package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.application.source.SourceRecord;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Which payments of a generator are in the topics. Made by replaying Kafka's log into it, so that a
 * feed that was killed half-way is completed and nothing is fed twice. Not thread-safe.
 */
public final class FedPayments implements Consumer<SourceRecord> {

  private final PaymentGenerator generator;
  private final JsonPaymentDecoder decoder = new JsonPaymentDecoder();
  private final BitSet sequences = new BitSet();

  /** Knows of no payment yet. */
  public FedPayments(PaymentGenerator generator) {
    this.generator = Objects.requireNonNull(generator, "generator");
  }

  /** Notes the payment in {@code record}; records of other origin are passed over. */
  @Override
  public void accept(SourceRecord record) {
    try {
      generator.sequenceOf(decoder.decode(record.value()).id()).ifPresent(this::add);
    } catch (MalformedPaymentException foreign) {
      return; // the topic may hold anything; what is no payment was not fed by us
    }
  }

  /**
   * Notes one payment.
   *
   * @return whether it was not there before
   */
  public boolean add(long sequence) {
    int index = Math.toIntExact(sequence);
    boolean absent = !sequences.get(index);
    sequences.set(index);
    return absent;
  }

  /** The first sequence number that is not there. */
  public long firstAbsent() {
    return sequences.nextClearBit(0);
  }
}
