package io.offsetwise.application.audit;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.PartitionFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Results that carry topic, partition and offset, merged with the log: both come in the same order,
 * and only what lies at one offset is held.
 *
 * @param <T> the content of a result
 */
public final class PlacedComparison<T> implements ResultComparison {

  private final PlacedResults<T> results;
  private final Function<SourceRecord, List<T>> content;
  private final ResultCursor<T> cursor;
  private final List<Finding> ofOthers = new ArrayList<>();

  /**
   * Compares {@code results} with what {@code content} makes of each record.
   *
   * @param content a pure function of the record: what its results say, none if it has none
   */
  public PlacedComparison(PlacedResults<T> results, Function<SourceRecord, List<T>> content) {
    this.results = Objects.requireNonNull(results, "results");
    this.content = Objects.requireNonNull(content, "content");
    this.cursor = new ResultCursor<>(results.inOrder());
  }

  @Override
  public PartitionFindings compare(
      AuditedPartition partition, CommitHistory commits, RecordReplay log) {
    ofOthers.addAll(cursor.skipTo(partition.partition()));
    ResultTally tally = new ResultTally(partition, commits);
    log.replay(partition.comparable(), record -> compare(record, tally));
    cursor.takeRest(partition.partition(), tally::unmatched);
    return tally.findings();
  }

  private void compare(SourceRecord record, ResultTally tally) {
    cursor.takeBefore(tally.partition(), record.offset(), tally::unmatched);
    if (!tally.isDue(record.offset())) {
      return;
    }
    List<T> expected = content.apply(record);
    List<T> stored = cursor.takeAt(tally.partition(), record.offset());
    if (expected.isEmpty()) {
      tally.withoutResult(record.offset(), stored.size());
    } else if (stored.isEmpty()
        && tally.mayHaveSameKey(record.offset())
        && expected.stream().allMatch(results::holdsKeyOf)) {
      tally.sameKey(record.offset());
    } else {
      tally.due(record.offset(), timesOf(expected.size(), stored.size()));
      tally.altered(record.offset(), excess(expected, stored));
    }
  }

  /** How often all results of a record are there; some of them alone do not count. */
  private static long timesOf(int expected, int stored) {
    return stored < expected ? 0 : (stored + expected - 1L) / expected;
  }

  /** Stored results beyond what the record's own, as often as they are there, account for. */
  private static <T> long excess(List<T> expected, List<T> stored) {
    if (expected.size() == 1) {
      return stored.stream().filter(each -> !each.equals(expected.get(0))).count();
    }
    List<T> rest = new ArrayList<>(stored);
    long times = Math.max(1, timesOf(expected.size(), stored.size()));
    for (long time = 0; time < times; time++) {
      expected.forEach(rest::remove);
    }
    return rest.size();
  }

  @Override
  public List<Finding> others() {
    ofOthers.addAll(cursor.skipAll());
    return List.copyOf(ofOthers);
  }
}
