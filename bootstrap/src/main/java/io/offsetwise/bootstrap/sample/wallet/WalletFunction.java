package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.RejectedRecordException;
import io.offsetwise.application.source.SourceRecord;
import java.util.function.Consumer;

/**
 * The wallet job's function: each payment becomes a ledger entry and a change of a balance,
 * anything else is rejected.
 *
 * @param decoder reads the records' values
 */
public record WalletFunction(PaymentDecoder decoder) implements RecordFunction<WalletResult> {

  @Override
  public void apply(SourceRecord record, Consumer<? super WalletResult> results) {
    try {
      Payment payment = decoder.decode(record.value());
      results.accept(
          new LedgerEntry(
              payment.id(),
              payment.wallet(),
              payment.cents(),
              record.topic(),
              record.partition(),
              record.offset()));
      results.accept(new BalanceChange(payment.wallet(), payment.cents()));
    } catch (MalformedPaymentException malformed) {
      throw new RejectedRecordException(malformed.getMessage());
    }
  }
}
