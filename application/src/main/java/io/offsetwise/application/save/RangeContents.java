package io.offsetwise.application.save;

import io.offsetwise.domain.offset.OffsetRange;

/**
 * What a range came to: its results, and the records that have none because the function threw.
 *
 * @param results of its records
 * @param letters of the others
 * @param records of the range, all of them read
 * @param <R> the job's results
 */
record RangeContents<R>(
    HeldResults<R> results, SerializedResults<DeadLetter> letters, RangeRecords records)
    implements ReadResults<R> {

  @Override
  public ReadSummary summaryOf(OffsetRange range) {
    return ReadSummary.of(records);
  }

  @Override
  public void writeTo(ResultTransaction<R> transaction) {
    results.writeTo(transaction.results());
    letters.writeTo(transaction.letters());
  }

  @Override
  public void close() {
    try {
      results.close();
    } finally {
      letters.close();
    }
  }
}
