package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One claim of a group. First it is counted, then every lock is taken: whoever took a lock before
 * is fenced, whoever takes one later sees the count and saves nothing. Only then are the rows read
 * and written again under the next epoch, so that nothing can move between the two.
 *
 * <p>Both kinds of locks are taken, whatever the scope of the older claim was and the new one is.
 */
final class GroupClaim {

  private final StreamName stream;
  private final KafkaGroup group;
  private final Set<String> topics;
  private final GroupWriter.Turn turn;

  /** A claim by the driver whose turn it is. */
  GroupClaim(StreamName stream, KafkaGroup group, Set<String> topics, GroupWriter.Turn turn) {
    this.stream = stream;
    this.group = group;
    this.topics = topics;
    this.turn = turn;
  }

  Claim make() {
    ClaimToken claim = Claims.of(group).next();
    return new LockRetry(group).untilHeld(() -> takeOver(claim));
  }

  private Claim takeOver(ClaimToken claim) {
    requireNewest(claim, turn.take());
    StreamRows rows = fenceAndRead(StreamRows.partitions(group, topics));
    return move(rows, epochAfter(rows, claim), claim);
  }

  /**
   * Gives a claim that holds already the next epoch.
   *
   * @param held its epoch, which was looked at after the lock was taken
   * @throws LockLostException when somebody has taken the lock since: nothing is changed
   */
  Claim renew(Epoch held, ClaimToken claim) {
    StreamRows rows = fenceAndRead(StreamRows.partitions(group, topics));
    return move(rows, new Epoch(held.number() + 1), claim);
  }

  private Claim move(StreamRows rows, Epoch epoch, ClaimToken claim) {
    turn.commit(rows.movedTo(epoch, claim, stream));
    return new Claim(epoch, rows.positions(epoch));
  }

  private void requireNewest(ClaimToken claim, Optional<ClaimToken> newest) {
    if (!newest.equals(Optional.of(claim))) {
      throw StopReason.FENCED.because(
          "group %s was claimed by another driver at the same moment: two drivers of this stream"
              + " were probably started together; the other one goes on",
          group.name());
    }
  }

  /** Saves of this JVM are waited for, those of others are cut off. */
  private StreamRows fenceAndRead(Set<TopicPartition> partitions) {
    List<GroupLock> locks = partitions.stream().sorted().map(group::partitionLock).toList();
    Deque<GroupWriter.Turn> turns = new ArrayDeque<>();
    try {
      for (GroupLock lock : locks) {
        turns.push(lock.writer().takeTurn());
        turns.element().letGo();
      }
      Claims.of(group).fence(locks);
      return StreamRows.among(partitions, group);
    } finally {
      turns.forEach(GroupWriter.Turn::close);
    }
  }

  /**
   * The number of this claim: one more than any that is on record. Offsets of which none is on
   * record, found when claims begin to be counted, may have had claims that Kafka has forgotten:
   * the clock gives a number that none of them can have reached.
   */
  private static Epoch epochAfter(StreamRows rows, ClaimToken claim) {
    long counted = claim.epoch().number();
    if (rows.newestEpoch().isPresent()) {
      return new Epoch(Math.max(counted, rows.newestEpoch().get().number() + 1));
    }
    return new Epoch(claim.isFirst() && !rows.isEmpty() ? Instant.now().getEpochSecond() : counted);
  }
}
