package io.offsetwise.application.resume;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The stored positions of streams, outside any save. Used on the driver.
 *
 * <p>Implementations throw {@link io.offsetwise.application.stop.StoppedException} with reason
 * {@code UNAVAILABLE} when the store cannot be reached.
 */
public interface OffsetStore extends AutoCloseable {

  /**
   * Makes sure that nobody else uses the place in which the positions are. Claims nothing and
   * writes nothing; a place that this program alone knows has nothing to look at.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE} when
   *     somebody does
   */
  default void requireOwn(StreamName stream) {}

  /**
   * The positions that somebody else than the stream has set, as far as the store can tell, each
   * with the next offset to read that is on record of the partition; empty where nothing is. To be
   * asked before a claim, which makes all positions the stream's.
   */
  default Map<TopicPartition, OptionalLong> setByOthers(StreamName stream) {
    return Map.of();
  }

  /**
   * Takes the stream: gives it the next epoch and moves all its rows to it, in one transaction.
   * From then on every older claim is fenced. A stream without a claim begins at epoch 1.
   */
  Claim claim(StreamName stream);

  /**
   * Takes the stream again, for another session of the driver that has it: like {@link #claim}, but
   * only while the stream belongs to {@code held}. Looking and taking are one step: a rival that
   * claims the stream comes before it, and is not replaced, or after it.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code FENCED} when {@code
   *     held} is no longer the stream's; nothing is changed then
   */
  Claim reclaim(StreamName stream, Epoch held);

  /**
   * Writes what a start decided, in one transaction. A partition that had no position begins here:
   * that is kept on record, or nobody could tell later which records were due.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code FENCED} when {@code
   *     epoch} is no longer the stream's
   */
  void begin(StreamName stream, Epoch epoch, StartChange change);

  /** The positions as they are stored now, by partition; empty for an unknown stream. */
  Map<TopicPartition, StoredPosition> positions(StreamName stream);

  /** The same without topics and claims: the next offset to read of each partition. */
  default Positions nextOffsets(StreamName stream) {
    return Positions.of(
        positions(stream).values().stream()
            .collect(Collectors.toMap(StoredPosition::topicPartition, StoredPosition::nextOffset)));
  }

  /**
   * The positions at which partitions began to be read, oldest first. They stay when a position is
   * gone.
   */
  List<StoredPosition> starts(StreamName stream);

  @Override
  void close();
}
