package io.offsetwise.bootstrap.laboratory.evidence;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.wallet.MalformedPaymentException;
import io.offsetwise.application.wallet.PaymentDecoder;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Collects the payments of a replayed log. Not thread-safe. */
public final class SentPayments implements Consumer<SourceRecord> {

  private final PaymentDecoder decoder;
  private final List<SentPayment> payments = new ArrayList<>();

  /** Knows of none yet. */
  public SentPayments(PaymentDecoder decoder) {
    this.decoder = Objects.requireNonNull(decoder, "decoder");
  }

  @Override
  public void accept(SourceRecord record) {
    try {
      payments.add(
          new SentPayment(
              new TopicPartition(record.topic(), record.partition()),
              record.offset(),
              decoder.decode(record.value())));
    } catch (MalformedPaymentException foreign) {
      throw new IllegalStateException(
          record.topic()
              + "-"
              + record.partition()
              + " holds something at offset "
              + record.offset()
              + " that the laboratory has not sent: somebody else probably writes to its broker",
          foreign);
    }
  }

  /** All payments so far. */
  public List<SentPayment> payments() {
    return List.copyOf(payments);
  }
}
