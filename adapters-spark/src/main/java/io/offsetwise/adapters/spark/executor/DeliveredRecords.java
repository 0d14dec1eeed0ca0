package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;

/**
 * The records of a range, as the job's function sees them. What Kafka's consumer throws gets its
 * reason here, before anything else can be taken for its failure.
 *
 * @param range that is read
 * @param records of the range, read once
 */
record DeliveredRecords(OffsetRange range, RangeReader records) implements RangeReader {

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (RuntimeException failure) {
      throw explained(failure);
    }
  }

  @Override
  public SourceRecord next() {
    try {
      return records.next();
    } catch (RuntimeException failure) {
      throw explained(failure);
    }
  }

  @Override
  public long position() {
    return records.position();
  }

  @Override
  public void close() {
    records.close();
  }

  /** A reader that has said why it stops knows more than the exception behind it. */
  private RuntimeException explained(RuntimeException failure) {
    if (failure instanceof StoppedException) {
      return failure;
    }
    return ConnectorFailure.of("the records of " + range, failure)
        .map(RuntimeException.class::cast)
        .orElse(failure);
  }
}
