package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.bootstrap.sample.wallet.LedgerEntry;
import io.offsetwise.bootstrap.sample.wallet.WalletResult;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Iterator;
import java.util.List;

/**
 * Halts the process at the result of one record, while those before it are being written.
 *
 * @param right the writer
 * @param spot the record
 */
record HaltingWriter(ResultWriter<WalletResult> right, Spot spot)
    implements ResultWriter<WalletResult> {

  @Override
  public void write(Iterator<WalletResult> results) {
    right.write(new HaltingIterator(results, spot));
  }

  private record HaltingIterator(Iterator<WalletResult> results, Spot spot)
      implements Iterator<WalletResult> {

    @Override
    public boolean hasNext() {
      return results.hasNext();
    }

    @Override
    public WalletResult next() {
      WalletResult result = results.next();
      if (result instanceof LedgerEntry entry && Spot.isHere() && entry.offset() == spot.offset()) {
        TopicPartition partition = new TopicPartition(entry.topic(), entry.partition());
        spot.mark(
            FailurePoint.INSIDE_TRANSACTION,
            List.of(new OffsetRange(partition, entry.offset(), entry.offset() + 1)));
        Runtime.getRuntime().halt(Halt.EXIT_CODE);
      }
      return result;
    }
  }
}
