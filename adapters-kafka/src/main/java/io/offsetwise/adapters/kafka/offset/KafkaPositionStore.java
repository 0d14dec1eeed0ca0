package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.PositionStore;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The stored positions as committed offsets of Kafka groups. Used on the driver; thread-safe.
 *
 * <p>An offset that was set by somebody else, such as Kafka's own tools, counts as a position of
 * the topic that is there now.
 */
public final class KafkaPositionStore implements PositionStore {

  private final Function<StreamName, KafkaGroup> groups;
  private final Set<String> topics;

  /**
   * A store of these groups.
   *
   * @param groups the group of each stream
   * @param topics the topics that the streams read
   */
  public KafkaPositionStore(Function<StreamName, KafkaGroup> groups, Set<String> topics) {
    this.groups = Objects.requireNonNull(groups, "groups");
    this.topics = Set.copyOf(topics);
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE} when the group holds positions of
   *     another stream, mirrors some, or has members: none of this program's joins it
   */
  @Override
  public void requireOwn(StreamName stream) {
    GroupOwner.of(groups.apply(stream)).requireStorageOf(stream);
  }

  /** Those whose metadata is not the stream's: what it writes says so. */
  @Override
  public Set<TopicPartition> setByOthers(StreamName stream) {
    return StreamRows.of(groups.apply(stream), topics).setByOthers();
  }

  /**
   * Takes the stream: counts its claim, takes the locks of all who save, and writes every row again
   * under the next epoch. From then on every older claim is fenced. A stream without a claim begins
   * at epoch 1.
   *
   * @throws StoppedException with reason {@code FENCED} when a rival has claimed the stream
   *     meanwhile, {@code IMPOSSIBLE} as {@link #requireOwn} does, which is noticed before anybody
   *     is fenced, {@code UNAVAILABLE} when Kafka cannot be reached
   */
  @Override
  public Claim claim(StreamName stream) {
    KafkaGroup group = groups.apply(stream);
    requireOwn(stream);
    try (GroupWriter.Turn turn = group.driverLock().writer().takeTurn()) {
      return new GroupClaim(stream, group, topics, turn).make();
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>The claim stays the one that was counted; its rows are written again under the next epoch.
   * Whoever counts a claim meanwhile takes the lock, which cuts this off.
   */
  @Override
  public Claim reclaim(StreamName stream, Epoch held) {
    KafkaGroup group = groups.apply(stream);
    try (GroupWriter.Turn turn = group.driverLock().writer().takeTurn()) {
      return new LockRetry(group)
          .untilHeld(
              () -> {
                ClaimToken claim = requireOwner(stream, group, held, turn.take());
                return new GroupClaim(stream, group, topics, turn).renew(held, claim);
              });
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Kafka has no transaction for a removal: it is done after the writing. Removed are partitions
   * that the log does not have any more, so that nobody can move them meanwhile.
   *
   * @throws StoppedException with reason {@code FENCED} when {@code epoch} is no longer the
   *     stream's, {@code UNAVAILABLE} when Kafka cannot be reached
   */
  @Override
  public void write(
      StreamName stream, Epoch epoch, List<StoredPosition> written, List<TopicPartition> removed) {
    KafkaGroup group = groups.apply(stream);
    try (GroupWriter.Turn turn = group.driverLock().writer().takeTurn()) {
      new LockRetry(group)
          .untilHeld(
              () -> {
                ClaimToken claim = requireOwner(stream, group, epoch, turn.take());
                turn.commit(written.stream().map(row -> GroupRow.of(row, claim, stream)).toList());
                return claim;
              });
    }
    GroupRows rows = GroupRows.of(group);
    rows.remove(rows.of(removed).keySet());
  }

  /**
   * The positions as they are stored now, by partition; empty for an unknown stream. Waits for a
   * save that is being committed, at most the connection's timeout.
   */
  @Override
  public Map<TopicPartition, StoredPosition> positions(StreamName stream) {
    KafkaGroup group = groups.apply(stream);
    StreamRows rows = StreamRows.of(group, topics);
    return rows.positions(rows.newestEpoch().orElseGet(() -> new Epoch(1)));
  }

  /** Does nothing: what is open is shared in the JVM. */
  @Override
  public void close() {}

  private ClaimToken requireOwner(
      StreamName stream, KafkaGroup group, Epoch epoch, Optional<ClaimToken> newest) {
    StreamRows rows = StreamRows.of(group, topics);
    // Kafka forgets claims that are some days old; then the rows alone tell whose the stream is.
    Optional<Epoch> owner = newest.isPresent() ? ownerOf(rows, newest.get()) : rows.newestEpoch();
    if (!owner.equals(Optional.of(epoch))) {
      throw StopReason.FENCED.because(
          "stream %s was claimed under epoch %s but group %s%s: another driver has probably taken"
              + " over this stream; nothing was written here",
          stream,
          epoch,
          group.name(),
          owner.map(current -> " now belongs to epoch " + current).orElse(" has no owner"));
    }
    return newest.orElseGet(() -> Claims.of(group).next());
  }

  /** A stream without rows of its own has its epoch in the count of claims alone. */
  private static Optional<Epoch> ownerOf(StreamRows rows, ClaimToken claim) {
    return rows.newestEpoch().isPresent() ? rows.epochOf(claim) : Optional.of(claim.epoch());
  }
}
