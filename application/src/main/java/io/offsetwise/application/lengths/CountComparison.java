package io.offsetwise.application.lengths;

import io.offsetwise.application.audit.CommitHistory;
import io.offsetwise.application.audit.RecordReplay;
import io.offsetwise.application.audit.ResultComparison;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Counts held against the log and the commits on record. A count does not know which messages it
 * counted, but the history knows which were committed, and how often: that is what must be counted.
 * A partition of which the log no longer holds all that was counted cannot be compared at all. Not
 * thread-safe.
 */
public final class CountComparison implements ResultComparison {

  private final SortedMap<TopicPartition, MessageCount> counts;

  /**
   * Compares {@code counts}.
   *
   * @param counts what is stored, one for each partition
   */
  public CountComparison(List<MessageCount> counts) {
    this.counts =
        new TreeMap<>(
            counts.stream()
                .collect(Collectors.toMap(CountComparison::placeOf, Function.identity())));
  }

  @Override
  public PartitionFindings compare(
      AuditedPartition partition, CommitHistory commits, RecordReplay log) {
    TopicPartition place = partition.partition();
    MessageCount stored =
        Optional.ofNullable(counts.remove(place))
            .orElseGet(() -> new MessageCount(place.topic(), place.partition(), 0, 0));
    if (!partition.isWhollyComparable()) {
      return new PartitionFindings(partition, 0, 0, partition.findings());
    }
    ReplayedLengths sent = new ReplayedLengths();
    CommittedLengths committed = new CommittedLengths(partition, commits);
    log.replay(partition.comparable(), record -> count(record, partition, sent, committed));
    log.replay(committedAhead(partition, commits), committed::ahead);
    return new PartitionFindings(
        partition,
        sent.messages(),
        stored.messages(),
        findings(partition, sent, committed, stored, commits));
  }

  private static List<Finding> findings(
      AuditedPartition partition,
      ReplayedLengths sent,
      CommittedLengths committed,
      MessageCount stored,
      CommitHistory commits) {
    TopicPartition place = partition.partition();
    if (!committed.recorded()) {
      List<Finding> findings = new ArrayList<>(partition.findings());
      difference(place, sent, stored, "the log holds", commits.rules().today()::permit)
          .ifPresent(findings::add);
      return findings;
    }
    List<Finding> findings = new ArrayList<>(committed.findings());
    difference(place, committed.counted(), stored, "the commits on record hold", kind -> false)
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
  private static void count(
      SourceRecord record,
      AuditedPartition partition,
      ReplayedLengths lengths,
      CommittedLengths committed) {
    if (partition.placeOf(record.offset()) == OffsetPlace.DUE) {
      committed.due(record);
    }
    for (long reads = partition.readsOf(record.offset()); reads > 0; reads--) {
      lengths.accept(record);
    }
  }

  private static Optional<Finding> difference(
      TopicPartition place,
      ReplayedLengths sent,
      MessageCount stored,
      String holder,
      Predicate<FindingKind> permitted) {
    long surplus = stored.messages() - sent.messages();
    if (surplus == 0 && stored.bytes() == sent.bytes()) {
      return Optional.empty();
    }
    FindingKind kind =
        surplus == 0 ? FindingKind.ALTERED : surplus < 0 ? FindingKind.LOST : FindingKind.REPEATED;
    String description =
        place
            + ": "
            + stored.messages()
            + " messages and "
            + stored.bytes()
            + " bytes are counted, but "
            + holder
            + " "
            + sent.messages()
            + " messages and "
            + sent.bytes()
            + " bytes before the position";
    return Optional.of(
        Finding.of(
            kind,
            permitted.test(kind) ? Judgement.PERMITTED : Judgement.BROKEN,
            place.toString(),
            Math.max(1, Math.abs(surplus)),
            description));
  }

  @Override
  public List<Finding> others() {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue().messages() > 0)
        .map(entry -> notDue(entry.getKey(), entry.getValue().messages()))
        .toList();
  }

  private static Finding notDue(TopicPartition place, long messages) {
    return Finding.of(
        FindingKind.NOT_DUE,
        place.toString(),
        messages,
        place
            + ": "
            + messages
            + " messages are counted in a partition that the stream has never begun");
  }

  private static TopicPartition placeOf(MessageCount count) {
    return new TopicPartition(count.topic(), count.partition());
  }
}
