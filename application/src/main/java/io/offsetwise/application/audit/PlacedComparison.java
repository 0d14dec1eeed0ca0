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
  private final Function<SourceRecord, T> content;
  private final ResultCursor<T> cursor;
  private final List<Finding> ofOthers = new ArrayList<>();

  /**
   * Compares {@code results} with what {@code content} makes of each record.
   *
   * @param content a pure function of the record: what its one result says
   */
  public PlacedComparison(PlacedResults<T> results, Function<SourceRecord, T> content) {
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
    T expected = content.apply(record);
    List<T> stored = cursor.takeAt(tally.partition(), record.offset());
    if (stored.isEmpty() && tally.mayHaveSameKey(record.offset()) && results.holdsKeyOf(expected)) {
      tally.sameKey(record.offset());
    } else {
      tally.due(record.offset(), stored.size());
      tally.altered(
          record.offset(), stored.stream().filter(each -> !each.equals(expected)).count());
    }
  }

  @Override
  public List<Finding> others() {
    ofOthers.addAll(cursor.skipAll());
    return List.copyOf(ofOthers);
  }
}
