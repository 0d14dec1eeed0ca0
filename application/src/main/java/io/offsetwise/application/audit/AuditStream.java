package io.offsetwise.application.audit;

import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.audit.AuditReport;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.OffsetTrail;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.PartitionInLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Audits a stream: holds what is stored at one instant against the log. Claims nothing and writes
 * nothing; the stream may go on meanwhile. Runs on the driver, in the calling thread.
 *
 * @param <R> how the job's results are read
 */
public final class AuditStream<R> {

  private final StreamName name;
  private final SavePlan plan;
  private final AuditedStore<R> store;
  private final SourceLog log;
  private final RecordReplay records;
  private final Function<R, ResultComparison> comparison;

  /**
   * An audit of these parts.
   *
   * @param plan the commits of each save today: what an older version saved is judged by it
   * @param store what is stored of the stream
   * @param log what the log retains
   * @param records the log's records
   * @param comparison compares the job's results with them
   */
  public AuditStream(
      StreamName name,
      SavePlan plan,
      AuditedStore<R> store,
      SourceLog log,
      RecordReplay records,
      Function<R, ResultComparison> comparison) {
    this.name = Objects.requireNonNull(name, "name");
    this.plan = Objects.requireNonNull(plan, "plan");
    this.store = Objects.requireNonNull(store, "store");
    this.log = Objects.requireNonNull(log, "log");
    this.records = Objects.requireNonNull(records, "records");
    this.comparison = Objects.requireNonNull(comparison, "comparison");
  }

  /**
   * Audits.
   *
   * @param observer sees how far it has come
   * @throws StoppedException with reason {@code UNAVAILABLE} when nothing is stored of the stream,
   *     or when store or log cannot be read
   */
  public AuditReport audit(AuditObserver observer) {
    return store.atOneInstant(stream -> audit(stream, observer));
  }

  private AuditReport audit(AuditedStream<R> stream, AuditObserver observer) {
    List<AuditedPartition> partitions = partitions(stream.offsets());
    ResultComparison results = comparison.apply(stream.results());
    CommitHistory commits = CommitHistory.of(stream.offsets(), plan);
    List<PartitionFindings> compared = new ArrayList<>();
    observer.comparing(
        partitions.stream().mapToLong(partition -> partition.comparable().length()).sum(),
        done -> compare(partitions, results, commits, new CountedReplay(records, done), compared));
    List<Finding> others = new ArrayList<>(results.others());
    NothingCompared.of(name, compared).ifPresent(others::add);
    return new AuditReport(compared, others);
  }

  private static void compare(
      List<AuditedPartition> partitions,
      ResultComparison results,
      CommitHistory commits,
      CountedReplay replay,
      List<PartitionFindings> compared) {
    for (AuditedPartition partition : partitions) {
      long before = replay.holes();
      PartitionFindings found = results.compare(partition, commits, replay);
      compared.add(found.in(replay.holes() - before));
    }
  }

  /**
   * The log is asked after the store was looked at, so that it holds all that was read. Topics that
   * are gone are not compared; whether the job needs them is not for the audit to say.
   */
  private List<AuditedPartition> partitions(AuditedOffsets offsets) {
    Map<TopicPartition, StoredPosition> positions =
        offsets.positions().stream()
            .collect(Collectors.toMap(StoredPosition::topicPartition, Function.identity()));
    Collection<OffsetTrail> trails = OffsetTrails.of(offsets).values();
    if (trails.isEmpty()) {
      throw unknownStream();
    }
    Set<String> topics =
        trails.stream().map(trail -> trail.partition().topic()).collect(Collectors.toSet());
    Map<TopicPartition, PartitionInLog> inLog = log.describe(log.present(topics));
    return trails.stream()
        .map(
            trail ->
                partition(
                    trail,
                    Optional.ofNullable(positions.get(trail.partition())),
                    Optional.ofNullable(inLog.get(trail.partition()))))
        .toList();
  }

  private static AuditedPartition partition(
      OffsetTrail trail, Optional<StoredPosition> position, Optional<PartitionInLog> inLog) {
    return new AuditedPartition(
        trail,
        position.map(row -> OptionalLong.of(row.nextOffset())).orElseGet(OptionalLong::empty),
        inLog
            .filter(
                found -> position.map(row -> row.topicId().equals(found.topicId())).orElse(true))
            .map(PartitionInLog::readable));
  }

  private StoppedException unknownStream() {
    return StopReason.UNAVAILABLE.because(
        """
        no position is stored for stream %s: it has probably never been started in this database, \
        or its name is another one; correct job.name or the database's address, or run the job \
        first""",
        name);
  }
}
