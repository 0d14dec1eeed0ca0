package io.offsetwise.bootstrap.sample.wallet.proof;

import io.offsetwise.adapters.storage.result.JdbiStoredResults;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import io.offsetwise.bootstrap.laboratory.subject.SentRecords;
import io.offsetwise.bootstrap.sample.wallet.MalformedPaymentException;
import io.offsetwise.bootstrap.sample.wallet.PaymentDecoder;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects the payments of a replayed log. Not thread-safe. */
final class SentPayments implements SentRecords {

  private final PaymentDecoder decoder;
  private final List<SentPayment> payments = new ArrayList<>();

  /** Knows of none yet. */
  SentPayments(PaymentDecoder decoder) {
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
          Text.of(
              "%s-%s holds something at offset %s that the laboratory has not sent: somebody else"
                  + " probably writes to its broker",
              record.topic(), record.partition(), record.offset()),
          foreign);
    }
  }

  @Override
  public Evidence heldAgainst(JdbiStoredResults stored, SavePlan plan) {
    return PaymentEvidence.of(payments, StoredPayments.of(stored, plan));
  }
}
