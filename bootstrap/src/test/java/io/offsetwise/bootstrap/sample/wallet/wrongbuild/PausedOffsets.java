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
 * Offsets whose writer may stand still just before it writes.
 *
 * @param offsets the offsets
 * @param pause holds it up
 */
record PausedOffsets(GuardedOffsets offsets, Pause pause) implements GuardedOffsets {

  @Override
  public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
    pause.before(range);
    return offsets.advance(range, topicId, epoch);
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
