package io.offsetwise.application.fake;

import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.resume.StreamDefinition;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.source.TopicIdentityProvider;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.PartitionInLog;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * A stream of a few topics over a log and a database of its own, both in memory: how it starts,
 * which batches it has, and what has become of its records.
 */
public final class FakeStream {

  private static final StreamName NAME = new StreamName("stream");

  private final Set<String> topics;
  private final SavePlan plan;
  private final long rangeLimit;
  private final FakeLog log = new FakeLog();
  private final FakeDatabase database;

  /** A stream over an empty log, in a database of its own; see the other constructor. */
  public FakeStream(Set<String> topics, SavePlan plan, long rangeLimit) {
    this(topics, plan, rangeLimit, new FakeDatabase());
  }

  /**
   * A stream over an empty log.
   *
   * @param topics are to be created in the log
   * @param plan the commits of each save
   * @param rangeLimit the largest number of offsets that a batch takes of a partition
   * @param database where it keeps results and offsets
   */
  public FakeStream(Set<String> topics, SavePlan plan, long rangeLimit, FakeDatabase database) {
    this.topics = Set.copyOf(topics);
    this.plan = plan;
    this.rangeLimit = rangeLimit;
    this.database = database;
  }

  /** Its name. */
  public StreamName name() {
    return NAME;
  }

  /** What it reads. */
  public FakeLog log() {
    return log;
  }

  /** The identity of what it reads; does not travel. */
  public TopicIdentityProvider identity() {
    return () -> log;
  }

  /** Where it keeps results and offsets. */
  public FakeDatabase database() {
    return database;
  }

  /** Opens its store; does not travel. */
  public StoreProvider<CommitStore<FakeResult>> stores() {
    return () -> new FakeCommitStore(database, NAME);
  }

  /** Claims and audits; begins at the earliest record. */
  public StartedStream start(StartRules rules) {
    return start(rules, new FakeOffsetStore(database()));
  }

  /** The same through another store of positions. */
  public StartedStream start(StartRules rules, OffsetStore offsets) {
    StreamDefinition definition =
        new StreamDefinition(
            NAME,
            topics,
            FakeSaving.of(DeliveryGuarantee.AT_LEAST_ONCE),
            new StartingPoint.Earliest(),
            rules);
    StartedStream started =
        new StartStream(definition, offsets, new FakeClaimRegister(database()), log()).start();
    SaveContext context = started.context();
    return new StartedStream(
        new SaveContext(NAME, plan, context.epoch(), context.topicIds()),
        started.positions(),
        started.findings());
  }

  /** The batch that begins at {@code positions}; empty at the log's end. */
  public BatchRanges next(Positions positions) {
    Positions ends = log().endOf(positions.partitions());
    return new BatchRanges(
        positions.nextOffsets().entrySet().stream()
            .map(
                entry ->
                    new OffsetRange(
                        entry.getKey(),
                        entry.getValue(),
                        Math.min(
                            entry.getValue() + rangeLimit, ends.of(entry.getKey()).orElseThrow())))
            .toList());
  }

  /**
   * What {@code results} show of each record that the log still holds.
   *
   * @return by partition, one for each offset from the earliest on
   */
  public Map<TopicPartition, List<CrashOutcome>> outcomes(List<String> results) {
    Map<TopicPartition, List<CrashOutcome>> outcomes = new TreeMap<>();
    log()
        .describe(topics)
        .forEach(
            (partition, inLog) -> outcomes.put(partition, outcomes(partition, inLog, results)));
    return outcomes;
  }

  private static List<CrashOutcome> outcomes(
      TopicPartition partition, PartitionInLog inLog, List<String> results) {
    RetainedRange retained = inLog.retained();
    return LongStream.range(retained.earliest(), retained.end())
        .mapToObj(offset -> FakeResult.keyOf(partition.topic(), partition.partition(), offset))
        .map(key -> outcome(Collections.frequency(results, key)))
        .toList();
  }

  private static CrashOutcome outcome(int frequency) {
    return switch (frequency) {
      case 0 -> CrashOutcome.LOST;
      case 1 -> CrashOutcome.INTACT;
      default -> CrashOutcome.REPEATED;
    };
  }
}
