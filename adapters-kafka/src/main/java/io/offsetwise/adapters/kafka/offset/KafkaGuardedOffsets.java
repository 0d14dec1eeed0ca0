package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.ReadSummary;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The offsets of a group inside one open commit: the first advance takes the lock, everything is
 * compared under it, and nothing is sent before {@link #commit}. Not thread-safe.
 */
final class KafkaGuardedOffsets implements GuardedOffsets, AutoCloseable {

  /** Far more than Kafka needs from a commit to the moment when everybody sees it. */
  private static final Duration LONGEST_MARKER_DELAY = Duration.ofSeconds(1);

  private final KafkaGroup group;
  private final SaveScope scope;
  private final GroupRows rows;
  private final Map<TopicPartition, GroupRow> seen = new HashMap<>();
  private final Map<TopicPartition, GroupRow> moved = new HashMap<>();
  private Optional<HeldLock> held = Optional.empty();
  private Function<OffsetRange, ReadSummary> read = range -> ReadSummary.UNKNOWN;

  /** The lock that this commit uses, and the newest claim at the time when it was taken. */
  private record HeldLock(
      GroupLock lock, GroupWriter.Turn turn, Optional<ClaimToken> newestClaim) {}

  KafkaGuardedOffsets(KafkaGroup group, SaveScope scope) {
    this.group = group;
    this.scope = scope;
    this.rows = GroupRows.of(group);
  }

  @Override
  public void whatWasRead(Function<OffsetRange, ReadSummary> summaries) {
    read = summaries;
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE} for a second partition in scope
   *     partition, whose locks cannot commit together
   */
  @Override
  public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
    TopicPartition partition = range.topicPartition();
    HeldLock lock = hold(partition);
    Optional<GroupRow> row =
        seenIn(partition)
            .filter(found -> isAt(found, range.from(), topicId, epoch))
            .filter(found -> isOfNewestClaim(found, lock));
    row.ifPresent(
        found ->
            moved.put(partition, found.movedTo(range.until(), read.apply(range).leaderEpoch())));
    return row.isPresent();
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoppedException with reason {@code OUT_OF_ORDER} when somebody else than the stream
   *     has set the offset, {@code FENCED} while another driver is claiming the stream
   */
  @Override
  public Optional<StoredPosition> read(TopicPartition partition) {
    Optional<GroupRow> row = Optional.ofNullable(moved.get(partition)).or(() -> rows.of(partition));
    row.ifPresent(this::requireOurs);
    return row.flatMap(GroupRow::position);
  }

  /** Does nothing: Kafka keeps the newest offset only. */
  @Override
  public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {}

  /**
   * Makes durable what was advanced, all or nothing.
   *
   * @throws LockLostException when somebody else has taken the lock meanwhile: nothing is durable
   */
  void commit() {
    held.ifPresent(lock -> lock.turn().commit(moved.values()));
  }

  @Override
  public void close() {
    held.ifPresent(lock -> lock.turn().close());
  }

  private HeldLock hold(TopicPartition partition) {
    GroupLock needed = group.lockOf(scope, partition);
    if (held.isEmpty()) {
      GroupWriter.Turn turn = needed.writer().takeTurn();
      // Before the lock is taken: whatever fails from here on, the turn must be ended.
      held = Optional.of(new HeldLock(needed, turn, Optional.empty()));
      held = Optional.of(new HeldLock(needed, turn, turn.hold()));
      // A batch asks for all its rows at once.
      seen.putAll(scope == SaveScope.BATCH ? rows.decided() : Map.of());
    }
    HeldLock lock = held.orElseThrow();
    if (!lock.lock().equals(needed)) {
      throw StopReason.IMPOSSIBLE.because(
          "one commit cannot move the offsets of several partitions in scope %s, but %s was to be"
              + " moved under %s: save them one by one, or in scope %s",
          scope.key(), partition, lock.lock().transactionalId(), SaveScope.BATCH.key());
    }
    return lock;
  }

  private Optional<GroupRow> seenIn(TopicPartition partition) {
    return Optional.ofNullable(moved.get(partition))
        .or(() -> Optional.ofNullable(seen.get(partition)))
        .or(() -> readUnderLock(partition));
  }

  /**
   * What stays undecided was left by a later holder of the lock, who has probably died; taking the
   * lock again gives it up.
   */
  private Optional<GroupRow> readUnderLock(TopicPartition partition) {
    return Optional.ofNullable(
        rows.within(LONGEST_MARKER_DELAY, Set.of(partition))
            .orElseThrow(this::lost)
            .get(partition));
  }

  private LockLostException lost() {
    HeldLock lock = held.orElseThrow();
    lock.turn().letGo();
    return new LockLostException(lock.lock().transactionalId(), null);
  }

  private static boolean isAt(GroupRow row, long from, TopicId topicId, Epoch epoch) {
    return row.position().filter(stored -> stored.isAt(from, topicId, epoch)).isPresent();
  }

  /** Kafka forgets claims that are some days old; all of their rows have been written since. */
  private static boolean isOfNewestClaim(GroupRow row, HeldLock lock) {
    return lock.newestClaim().map(row::isOf).orElse(true);
  }

  private void requireOurs(GroupRow row) {
    if (row.ours().isEmpty()) {
      throw StopReason.OUT_OF_ORDER.because(
          "the offset of %s in group %s was set to %s by somebody else: probably by Kafka's own"
              + " tool while the stream ran; start the stream again, it reads from there",
          row.partition(), group.name(), row.nextOffset());
    }
    if (held.filter(lock -> !isOfNewestClaim(row, lock)).isPresent()) {
      throw StopReason.FENCED.because(
          "the offset of %s in group %s belongs to epoch %s but a newer claim was made: another"
              + " driver is taking over this stream; nothing was saved here",
          row.partition(), group.name(), row.epoch().orElseThrow());
    }
  }
}
