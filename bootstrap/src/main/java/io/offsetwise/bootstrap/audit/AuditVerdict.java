package io.offsetwise.bootstrap.audit;

import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.offset.RetainedRange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an audit came to: the object that {@code -o json} prints. All numbers are of one instant.
 *
 * @param job name of the stream
 * @param guarantee key of the guarantee that it was held against
 * @param scope key of the scope
 * @param storage key of the offset storage
 * @param kept whether every finding is permitted by the guarantee under which its records were
 *     saved
 * @param sent due records in Kafka's log, as far as it still tells: from where each partition began
 *     up to its stored position
 * @param stored results of these records, dead letters included
 * @param lost due records without a result; under at-most-once also those whose results are just
 *     being saved
 * @param repeated results too many of due records
 * @param gaps offsets that were passed over by accepted starts
 * @param notCompared offsets that were read, but that the log no longer tells of; neither lost nor
 *     stored
 * @param holes compared offsets that hold no record: markers of transactions, aborted records, what
 *     compaction has taken
 * @param partitions the same by partition, sorted
 * @param findings all that was found, with the first offsets where it was found
 */
public record AuditVerdict(
    String job,
    String guarantee,
    String scope,
    String storage,
    boolean kept,
    long sent,
    long stored,
    long lost,
    long repeated,
    long gaps,
    long notCompared,
    long holes,
    List<Partition> partitions,
    List<Found> findings) {

  /**
   * One partition that the stream has begun.
   *
   * @param topic name of the topic
   * @param partition number of the partition
   * @param start first due offset, inclusive
   * @param position stored next offset to read; null when none is stored
   * @param logStart first offset that the log holds, inclusive; null when the log has no such
   *     partition any more, or another topic of its name
   * @param logEnd end of the log, exclusive; null as {@code logStart}
   * @param sent as above
   * @param stored as above
   * @param lost as above
   * @param repeated as above
   * @param gaps as above
   * @param notCompared as above
   * @param holes as above
   */
  public record Partition(
      String topic,
      int partition,
      long start,
      OptionalLong position,
      Optional<Long> logStart,
      Optional<Long> logEnd,
      long sent,
      long stored,
      long lost,
      long repeated,
      long gaps,
      long notCompared,
      long holes) {

    static Partition of(PartitionFindings found) {
      Optional<RetainedRange> retained = found.partition().retained();
      return new Partition(
          found.partition().partition().topic(),
          found.partition().partition().partition(),
          found.partition().trail().start(),
          found.partition().position(),
          retained.map(RetainedRange::earliest),
          retained.map(RetainedRange::end),
          found.sent(),
          found.stored(),
          found.count(FindingKind.LOST),
          found.count(FindingKind.REPEATED),
          found.count(FindingKind.GAP),
          found.count(FindingKind.NOT_COMPARED),
          found.holes());
    }

    String name() {
      return topic + "-" + partition;
    }
  }

  /**
   * One finding.
   *
   * @param kind key of what was found: lost, repeated, off-record, altered, unknown, ahead,
   *     not-due, position-moved, wrong-balance, same-key, gap, skipped, read-again, not-compared or
   *     nothing-compared
   * @param permitted whether what is on record explains it and the guarantee permits it; one kind
   *     may have a finding of each
   * @param subject the partition, {@code topic-partition}, or the wallet
   * @param count how often it was found
   * @param offsets the first offsets where it was found, at most 10; empty where it has none
   * @param description one sentence
   */
  public record Found(
      String kind,
      boolean permitted,
      String subject,
      long count,
      List<Long> offsets,
      String description) {

    static Found of(Finding finding) {
      return new Found(
          finding.kind().key(),
          finding.isPermitted(),
          finding.subject(),
          finding.count(),
          finding.offsets(),
          finding.description());
    }
  }

  /** What {@code report} means for the guarantee of {@code settings}. */
  public static AuditVerdict of(AuditReport report, Settings settings) {
    return new AuditVerdict(
        settings.job().name().value(),
        settings.job().guarantee().key(),
        settings.job().scope().key(),
        settings.offsets().storage().key(),
        report.isKept(),
        report.sent(),
        report.stored(),
        report.count(FindingKind.LOST),
        report.count(FindingKind.REPEATED),
        report.count(FindingKind.GAP),
        report.count(FindingKind.NOT_COMPARED),
        report.holes(),
        report.partitions().stream().map(Partition::of).toList(),
        report.findings().map(Found::of).toList());
  }
}
