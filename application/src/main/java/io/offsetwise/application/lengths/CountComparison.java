package io.offsetwise.application.lengths;

import io.offsetwise.application.audit.RecordReplay;
import io.offsetwise.application.audit.ResultComparison;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts held against the log. A count does not know which messages it counted: lost and repeated
 * ones cancel each other out, none can be named, and a partition of which the log no longer holds
 * all that was counted cannot be compared at all. Not thread-safe.
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
  public PartitionFindings compare(AuditedPartition partition, RecordReplay log) {
    TopicPartition place = partition.partition();
    MessageCount stored =
        Optional.ofNullable(counts.remove(place))
            .orElseGet(() -> new MessageCount(place.topic(), place.partition(), 0, 0));
    List<Finding> findings = new ArrayList<>(partition.findings());
    if (!partition.isWhollyComparable()) {
      return new PartitionFindings(partition, 0, 0, findings);
    }
    ReplayedLengths sent = new ReplayedLengths();
    log.replay(partition.comparable(), record -> count(record, partition, sent));
    findings.addAll(differences(place, sent, stored));
    return new PartitionFindings(partition, sent.messages(), stored.messages(), findings);
  }

  /** What was read again after a reset is counted again. */
  private static void count(
      SourceRecord record, AuditedPartition partition, ReplayedLengths lengths) {
    for (long reads = partition.readsOf(record.offset()); reads > 0; reads--) {
      lengths.accept(record);
    }
  }

  private static List<Finding> differences(
      TopicPartition place, ReplayedLengths sent, MessageCount stored) {
    long surplus = stored.messages() - sent.messages();
    if (surplus == 0 && stored.bytes() == sent.bytes()) {
      return List.of();
    }
    FindingKind kind =
        surplus == 0 ? FindingKind.ALTERED : surplus < 0 ? FindingKind.LOST : FindingKind.REPEATED;
    String description =
        place
            + ": "
            + stored.messages()
            + " messages and "
            + stored.bytes()
            + " bytes are counted, but the log holds "
            + sent.messages()
            + " messages and "
            + sent.bytes()
            + " bytes before the position";
    return List.of(Finding.of(kind, place.toString(), Math.max(1, Math.abs(surplus)), description));
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
