package io.offsetwise.bootstrap.wallet;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.wallet.MalformedPaymentException;
import io.offsetwise.domain.wallet.Cents;
import java.util.function.Consumer;

/** Adds up the payments of replayed records, in cents. Not thread-safe. */
public final class PaymentSum implements Consumer<SourceRecord> {

  private final JsonPaymentDecoder decoder = new JsonPaymentDecoder();
  private Cents cents = Cents.ZERO;

  @Override
  public void accept(SourceRecord record) {
    try {
      cents = cents.plus(decoder.decode(record.value()).cents());
    } catch (MalformedPaymentException noPayment) {
      return; // it went to the dead letters and moved no balance
    }
  }

  /** The sum so far. */
  public Cents cents() {
    return cents;
  }
}
