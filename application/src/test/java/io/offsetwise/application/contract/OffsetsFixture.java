package io.offsetwise.application.contract;

import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;

/**
 * A store of offsets under test. It begins empty, and all that it hands out works on the same data.
 * A store that keeps results as well has a {@link StoreFixture}.
 */
public interface OffsetsFixture extends AutoCloseable {

  /** Opens the stored positions; the contract closes them. */
  OffsetStore offsets();

  /**
   * The settings that open the commits of {@code stream}; each store that they open can be used by
   * a thread of its own.
   */
  StoreProvider<? extends OffsetCommits> commits(StreamName stream);

  /** A partition of the longest name and the highest number that the store has to keep. */
  default TopicPartition longestPartition() {
    return new TopicPartition("t".repeat(249), Integer.MAX_VALUE);
  }

  /** Removes the store and its data. */
  @Override
  void close();
}
