package io.offsetwise.application.audit;

import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.Judgement;
import io.offsetwise.domain.audit.OffsetPlace;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Sums by partition held against the log and the commits on record. A sum does not know which
 * records it added up, but the history knows which were committed, and how often: that is what must
 * be there. Dead letters count beside the sums, as one record each. A partition of which the log no
 * longer holds all that was added up cannot be compared at all. Holds the sums of the partitions
 * that were not compared yet. Not thread-safe.
 *
 * @param <T> the rows
 */
public final class SumComparison<T> implements ResultComparison {

  private final RowsOfRecord<T> rows;
  private final ResultTable<T> table;
  private final SortedMap<TopicPartition, RowSums<T>> stored = new TreeMap<>();

  /**
   * Compares the rows of {@code table}.
   *
   * @param table adds up by topic, partition and whatever else
   * @param rows makes them
   * @param results what is stored
   */
  public SumComparison(ResultTable<T> table, RowsOfRecord<T> rows, StoredResults results) {
    this.table = table;
    this.rows = rows;
    Iterator<T> all = results.rows(table, table.key());
    while (all.hasNext()) {
      T row = all.next();
      sumsOf(partitionOf(row)).add(row);
    }
    results.deadLetters().forEach((partition, letters) -> sumsOf(partition).addLetters(letters));
  }

  @Override
  public PartitionFindings compare(
      AuditedPartition partition, CommitHistory commits, RecordReplay log) {
    RowSums<T> found =
        Optional.ofNullable(stored.remove(partition.partition()))
            .orElseGet(() -> new RowSums<>(table));
    if (!partition.isWhollyComparable()) {
      return new PartitionFindings(partition, 0, 0, partition.findings());
    }
    RowSums<T> sent = new RowSums<>(table);
    CommittedSums<T> committed = new CommittedSums<>(table, rows, partition, commits);
    log.replay(partition.comparable(), record -> count(record, partition, sent, committed));
    log.replay(committedAhead(partition, commits), committed::ahead);
    return new PartitionFindings(
        partition,
        sent.records(),
        found.records(),
        findings(partition, sent, committed, found, commits));
  }

  private RowSums<T> sumsOf(TopicPartition partition) {
    return stored.computeIfAbsent(partition, absent -> new RowSums<>(table));
  }

  private TopicPartition partitionOf(T row) {
    return new TopicPartition(
        (String) table.value(row, Column.TOPIC), (int) table.value(row, Column.PARTITION));
  }

  private static <T> List<Finding> findings(
      AuditedPartition partition,
      RowSums<T> sent,
      CommittedSums<T> committed,
      RowSums<T> found,
      CommitHistory commits) {
    TopicPartition place = partition.partition();
    if (!committed.recorded()) {
      List<Finding> findings = new ArrayList<>(partition.findings());
      difference(place, sent, found, "the log holds", commits.rules().today()::permit)
          .ifPresent(findings::add);
      return findings;
    }
    List<Finding> findings = new ArrayList<>(committed.findings());
    difference(place, committed.sums(), found, "the commits on record hold", kind -> false)
        .ifPresent(findings::add);
    return findings;
  }

  /** What was committed of the offsets at the position and after it, as far as the log reaches. */
  private static OffsetRange committedAhead(AuditedPartition partition, CommitHistory commits) {
    long from = partition.comparable().until();
    long end = partition.retained().map(RetainedRange::end).orElse(from);
    return new OffsetRange(
        partition.partition(),
        from,
        Math.max(from, Math.min(end, commits.endOf(partition.partition(), from))));
  }

  /** What was read again after a reset is counted again. */
  private void count(
      SourceRecord record,
      AuditedPartition partition,
      RowSums<T> sent,
      CommittedSums<T> committed) {
    if (partition.placeOf(record.offset()) == OffsetPlace.DUE) {
      committed.due(record);
    }
    sent.add(rows.of(record), partition.readsOf(record.offset()));
  }

  private static <T> Optional<Finding> difference(
      TopicPartition place,
      RowSums<T> sent,
      RowSums<T> found,
      String holder,
      Predicate<FindingKind> permitted) {
    return found
        .differenceFrom(sent)
        .map(
            difference ->
                Finding.of(
                    difference.kind(),
                    permitted.test(difference.kind()) ? Judgement.PERMITTED : Judgement.BROKEN,
                    place.toString(),
                    difference.count(),
                    Text.of(
                        "%s: %s are counted, but %s %s before the position",
                        place, difference.found(), holder, difference.expected())));
  }

  @Override
  public List<Finding> others() {
    return stored.entrySet().stream()
        .filter(entry -> entry.getValue().records() > 0)
        .map(entry -> notDue(entry.getKey(), entry.getValue().records()))
        .toList();
  }

  private static Finding notDue(TopicPartition place, long records) {
    return Finding.of(
        FindingKind.NOT_DUE,
        place.toString(),
        records,
        Text.of(
            "%s: %s messages are counted in a partition that the stream has never begun",
            place, records));
  }
}
