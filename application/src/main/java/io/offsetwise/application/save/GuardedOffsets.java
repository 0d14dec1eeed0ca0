package io.offsetwise.application.save;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The offsets of one stream inside one open commit.
 *
 * <p>The update count of {@link #advance}, and never a look-up, is the notes' "ensure offsets are
 * ok".
 */
public interface GuardedOffsets extends HistoryWriter {

  /**
   * Moves the stored position from {@code range.from()} to {@code range.until()} if and only if the
   * row stands at {@code from}, belongs to {@code topicId} and to {@code epoch}: one conditional
   * write. A rival that holds the row makes this wait.
   *
   * @return whether exactly one row was moved
   */
  boolean advance(OffsetRange range, TopicId topicId, Epoch epoch);

  /**
   * What is stored now, read afresh; used only to explain an {@link #advance} that moved nothing.
   */
  Optional<StoredPosition> read(TopicPartition partition);

  /**
   * {@link #advance} for each of {@code ranges}, in their order; a store that can sends them
   * together.
   *
   * @param topicIds the id of each topic
   * @return the ranges whose rows were not moved
   */
  default List<OffsetRange> advanceAll(
      List<OffsetRange> ranges, Function<String, TopicId> topicIds, Epoch epoch) {
    List<OffsetRange> unmoved = new ArrayList<>();
    for (OffsetRange range : ranges) {
      if (!advance(range, topicIds.apply(range.topicPartition().topic()), epoch)) {
        unmoved.add(range);
      }
    }
    return unmoved;
  }
}
