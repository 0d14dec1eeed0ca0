package io.offsetwise.application.resume;

import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.HarmfulFinding;
import io.offsetwise.domain.start.PartitionInLog;
import io.offsetwise.domain.start.StartAudit;
import io.offsetwise.domain.start.StartFinding;
import io.offsetwise.domain.start.StartResolution;
import io.offsetwise.domain.start.UnexplainedPosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts a stream: claim, read, audit, resolve. Runs on the driver, between sessions. */
public final class StartStream {

  private final StreamDefinition definition;
  private final OffsetStore offsets;
  private final SavingCheck saving;
  private final UnknownPositions unknown;
  private final SourceLog log;

  /**
   * Starts {@code definition} from what {@code offsets} keeps and {@code log} holds.
   *
   * @param claims keeps on record how the stream is saved
   */
  public StartStream(
      StreamDefinition definition, OffsetStore offsets, ClaimRegister claims, SourceLog log) {
    this.definition = Objects.requireNonNull(definition, "definition");
    this.saving = new SavingCheck(definition, Objects.requireNonNull(claims, "claims"));
    this.unknown = new UnknownPositions(definition, claims);
    this.offsets = Objects.requireNonNull(offsets, "offsets");
    this.log = Objects.requireNonNull(log, "log");
  }

  /**
   * Claims the stream and decides where it reads.
   *
   * @throws StoppedException with reason {@code START_REFUSED} when the audit found a harmful case
   *     that was not accepted, {@code SAVING_CHANGED} when the stream was saved in another way and
   *     that was not accepted, {@code IMPOSSIBLE} when somebody else uses the place of the
   *     positions, {@code UNAVAILABLE} when store or log cannot be reached or a transaction must
   *     end first; a log that cannot be reached, a change, somebody else's hand on a group, and
   *     positions that the results know nothing of are noticed before the claim, so that a working
   *     driver is not fenced
   */
  public StartedStream start() {
    log.partitions(definition.topics());
    saving.require();
    Map<TopicPartition, OptionalLong> others = requireExplained();
    return started(offsets.claim(definition.name()), others);
  }

  /**
   * Starts another session of a stream that was started here.
   *
   * @param context of the session before
   * @throws StoppedException as {@link #start} does, and with reason {@code FENCED} when another
   *     driver has claimed the stream: an older one must not take it back
   */
  public StartedStream startAgain(SaveContext context) {
    log.partitions(definition.topics());
    Map<TopicPartition, OptionalLong> others = requireExplained();
    return started(offsets.reclaim(definition.name(), context.epoch()), others);
  }

  /** Returns the positions that somebody else has set, with what is on record instead. */
  private Map<TopicPartition, OptionalLong> requireExplained() {
    offsets.requireOwn(definition.name());
    Map<TopicPartition, OptionalLong> others = offsets.setByOthers(definition.name());
    requireReady(unknown.beforeClaim(offsets.positions(definition.name()), others));
    return others;
  }

  private StartedStream started(Claim claim, Map<TopicPartition, OptionalLong> others) {
    Map<TopicPartition, PartitionInLog> inLog = log.describe(definition.topics());
    Map<TopicPartition, StoredPosition> stored = storedOfTopics(claim);
    List<StoredPosition> begun = offsets.starts(definition.name());
    List<StartFinding> audited =
        new StartAudit(
                stored,
                begun,
                inLog,
                definition.first(),
                log.divergent(comparable(stored.values(), inLog)))
            .findings();
    List<StartFinding> findings = new ArrayList<>(unknown.among(stored, others));
    findings.removeIf(finding -> isToldByTheLog(finding, audited));
    findings.addAll(audited);
    StartResolution.Ready ready = requireReady(findings);
    requireReadable(ready.positions(), inLog);
    saving.record(claim.epoch());
    StartChange change =
        change(claim, stored, begun, inLog, ready).with(adoptions(findings, claim));
    if (!change.isEmpty()) {
      offsets.begin(definition.name(), claim.epoch(), change);
    }
    SaveContext context =
        new SaveContext(
            definition.name(), definition.saving().plan(), claim.epoch(), topicIds(inLog));
    return new StartedStream(context, ready.positions(), findings);
  }

  /**
   * A position that the log refuses is one case, not two: the gap that is accepted begins at it.
   */
  private static boolean isToldByTheLog(StartFinding finding, List<StartFinding> audited) {
    return (finding instanceof StartFinding.Adopted || finding instanceof UnexplainedPosition.Ahead)
        && audited.stream()
            .filter(HarmfulFinding.class::isInstance)
            .anyMatch(harm -> harm.partition().equals(finding.partition()));
  }

  /** What somebody else has moved is kept on record, or an audit would take it for a breach. */
  private static List<PositionReset> adoptions(List<StartFinding> findings, Claim claim) {
    return findings.stream()
        .filter(StartFinding.Adopted.class::isInstance)
        .map(StartFinding.Adopted.class::cast)
        .filter(StartFinding.Adopted::isMove)
        .map(
            adopted ->
                new PositionReset(
                    adopted.partition(),
                    OptionalLong.of(adopted.onRecord()),
                    adopted.position(),
                    "found at a start",
                    "somebody else",
                    claim.epoch()))
        .toList();
  }

  /**
   * Makes sure that nobody has claimed the stream since it was started here. Saves are guarded by
   * themselves; this is for what happens between them.
   *
   * @param context of the stream as it was started
   * @throws StoppedException with reason {@code FENCED} when somebody has, {@code UNAVAILABLE} when
   *     the store cannot be reached
   */
  public void requireStillClaimed(SaveContext context) {
    offsets.positions(definition.name()).values().stream()
        .map(StoredPosition::epoch)
        .filter(epoch -> epoch.number() > context.epoch().number())
        .findAny()
        .ifPresent(
            epoch -> {
              throw StopReason.FENCED.because(
                  "stream %s was claimed under epoch %s but now belongs to epoch %s: another driver"
                      + " has taken over this stream",
                  context.stream(), context.epoch(), epoch);
            });
  }

  private Map<TopicPartition, StoredPosition> storedOfTopics(Claim claim) {
    return claim.positions().entrySet().stream()
        .filter(entry -> definition.topics().contains(entry.getKey().topic()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<StoredPosition> comparable(
      Collection<StoredPosition> stored, Map<TopicPartition, PartitionInLog> inLog) {
    return stored.stream()
        .filter(
            position ->
                Optional.ofNullable(inLog.get(position.topicPartition()))
                    .map(PartitionInLog::topicId)
                    .filter(position.topicId()::equals)
                    .isPresent())
        .toList();
  }

  private StartResolution.Ready requireReady(List<StartFinding> findings) {
    StartResolution resolution = definition.rules().resolve(findings);
    if (resolution instanceof StartResolution.Ready ready) {
      return ready;
    }
    StartResolution.Refused refused = (StartResolution.Refused) resolution;
    throw StopReason.START_REFUSED.because(
        "stream %s must not start: %s", definition.name(), refused.message());
  }

  /**
   * Ranges would run backwards from a position behind the last stable offset: one that was saved
   * while uncommitted records were read too. The end of the transaction makes it readable.
   */
  private void requireReadable(Positions positions, Map<TopicPartition, PartitionInLog> inLog) {
    positions
        .nextOffsets()
        .forEach(
            (partition, position) -> {
              RetainedRange readable = inLog.get(partition).readable();
              if (position > readable.end()) {
                throw StopReason.UNAVAILABLE.because(
                    """
                    stream %s cannot go on yet: position %s of %s lies behind the last stable \
                    offset %s, since a transaction is open there; the stream has probably read \
                    uncommitted records before; start it again when the transaction has ended, or \
                    set kafka.properties.isolation.level = read_uncommitted""",
                    definition.name(), position, partition, readable.end());
              }
            });
  }

  /** A position that is stored but not on record is written again, so that it is recorded. */
  private static StartChange change(
      Claim claim,
      Map<TopicPartition, StoredPosition> stored,
      List<StoredPosition> begun,
      Map<TopicPartition, PartitionInLog> inLog,
      StartResolution.Ready ready) {
    Set<TopicPartition> onRecord =
        begun.stream().map(StoredPosition::topicPartition).collect(Collectors.toSet());
    List<StoredPosition> written =
        ready.positions().nextOffsets().entrySet().stream()
            .map(
                entry ->
                    new StoredPosition(
                        entry.getKey(),
                        entry.getValue(),
                        inLog.get(entry.getKey()).topicId(),
                        claim.epoch()))
            .filter(row -> !isStored(row, stored) || !onRecord.contains(row.topicPartition()))
            .map(
                row ->
                    isStored(row, stored)
                        ? stored.get(row.topicPartition()).under(claim.epoch())
                        : row)
            .toList();
    List<TopicPartition> removed =
        stored.keySet().stream().filter(partition -> !inLog.containsKey(partition)).toList();
    return new StartChange(written, removed, ready.accepted());
  }

  private static boolean isStored(StoredPosition row, Map<TopicPartition, StoredPosition> stored) {
    StoredPosition before = stored.get(row.topicPartition());
    return before != null
        && before.nextOffset() == row.nextOffset()
        && before.topicId().equals(row.topicId());
  }

  private static Map<String, TopicId> topicIds(Map<TopicPartition, PartitionInLog> inLog) {
    Map<String, TopicId> ids = new HashMap<>();
    inLog.forEach((partition, description) -> ids.put(partition.topic(), description.topicId()));
    return ids;
  }
}
