package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.adapters.storage.offset.JdbiGuardedOffsets;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Writes a position whatever is stored: its condition names the row alone.
 *
 * @param handle the connection
 * @param stream whose offsets
 */
record BlindOffsets(Handle handle, StreamName stream) implements GuardedOffsets {

  private static final String ADVANCE =
      """
      UPDATE stream_offset SET next_offset = :until
      WHERE stream_name = :stream AND topic_name = :topic AND partition_number = :partition
      """;

  @Override
  public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
    int moved =
        handle
            .createUpdate(ADVANCE)
            .bind("until", range.until())
            .bind("stream", stream.value())
            .bind("topic", range.topicPartition().topic())
            .bind("partition", range.topicPartition().partition())
            .execute();
    return moved == 1;
  }

  @Override
  public Optional<StoredPosition> read(TopicPartition partition) {
    return guarded().read(partition);
  }

  @Override
  public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {
    guarded().record(range, epoch, commit);
  }

  private GuardedOffsets guarded() {
    return new JdbiGuardedOffsets(handle, stream);
  }
}
