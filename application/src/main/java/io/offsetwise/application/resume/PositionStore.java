package io.offsetwise.application.resume;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Positions in a place that keeps nothing else: no start, no gap, no history. An {@link
 * OffsetStore} is made of it together with an {@link OffsetRegister}. Used on the driver.
 *
 * <p>Implementations throw {@link io.offsetwise.application.stop.StoppedException} with reason
 * {@code UNAVAILABLE} when the place cannot be reached.
 */
public interface PositionStore extends AutoCloseable {

  /** Makes sure that the stream may be claimed here, as {@link OffsetStore#requireOwn} does. */
  default void requireOwn(StreamName stream) {}

  /**
   * The partitions whose position somebody else than the stream has set, as far as the place can
   * tell. A claim makes the positions the stream's, so that nobody can tell afterwards.
   */
  default Set<TopicPartition> setByOthers(StreamName stream) {
    return Set.of();
  }

  /** Takes the stream, as {@link OffsetStore#claim} does. */
  Claim claim(StreamName stream);

  /** Takes the stream again, as {@link OffsetStore#reclaim} does. */
  Claim reclaim(StreamName stream, Epoch held);

  /**
   * Inserts or replaces the positions of {@code written} and removes those of {@code removed}, all
   * or none.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code FENCED} when {@code
   *     epoch} is no longer the stream's
   */
  void write(
      StreamName stream, Epoch epoch, List<StoredPosition> written, List<TopicPartition> removed);

  /** The positions as they are stored now, by partition; empty for an unknown stream. */
  Map<TopicPartition, StoredPosition> positions(StreamName stream);

  @Override
  void close();
}
