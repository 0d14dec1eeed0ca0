package io.offsetwise.bootstrap.wrongbuild;

import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.wallet.WalletResult;
import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.function.Consumer;

/**
 * Halts the process at one record, while the results of those before it are being written.
 *
 * @param right the function
 * @param spot the record
 */
record HaltingFunction(RecordFunction<WalletResult> right, Spot spot)
    implements RecordFunction<WalletResult> {

  @Override
  public void apply(SourceRecord record, Consumer<? super WalletResult> results) {
    if (Spot.isHere() && record.offset() == spot.offset()) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      spot.mark(
          FailurePoint.INSIDE_TRANSACTION,
          List.of(new OffsetRange(partition, record.offset(), record.offset() + 1)));
      Runtime.getRuntime().halt(Halt.EXIT_CODE);
    }
    right.apply(record, results);
  }
}
