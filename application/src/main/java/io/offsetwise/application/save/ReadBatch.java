package io.offsetwise.application.save;

import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;
import java.util.Map;

/**
 * What a whole batch came to, in memory: its results, and the records that have none because the
 * function threw.
 *
 * @param results of its records
 * @param letters of the others
 * @param summaries what was read of each range that is not empty
 * @param <R> the job's results
 */
public record ReadBatch<R>(
    List<R> results, List<DeadLetter> letters, Map<OffsetRange, ReadSummary> summaries)
    implements ReadResults<R> {

  @Override
  public ReadSummary summaryOf(OffsetRange range) {
    return summaries.getOrDefault(range, ReadSummary.UNKNOWN);
  }

  @Override
  public void writeTo(ResultTransaction<R> transaction) {
    transaction.results().writeAll(results.iterator());
    transaction.letters().writeAll(letters.iterator());
  }
}
