package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Optional;

/**
 * Looks first and writes then: right until somebody writes in between.
 *
 * @param offsets written without a condition
 */
record SelectedOffsets(GuardedOffsets offsets) implements GuardedOffsets {

  @Override
  public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
    return read(range.topicPartition())
            .filter(stored -> stored.isAt(range.from(), topicId, epoch))
            .isPresent()
        && offsets.advance(range, topicId, epoch);
  }

  @Override
  public Optional<StoredPosition> read(TopicPartition partition) {
    return offsets.read(partition);
  }

  @Override
  public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {
    offsets.record(range, epoch, commit);
  }
}
