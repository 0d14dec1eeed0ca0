package io.offsetwise.application.save;

import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Stored rows without transactions: enough to ask a guard what it makes of them. */
final class SingleWriterRows implements GuardedOffsets {

  private final Map<TopicPartition, StoredPosition> rows = new HashMap<>();

  SingleWriterRows(StoredPosition... rows) {
    for (StoredPosition row : rows) {
      this.rows.put(row.topicPartition(), row);
    }
  }

  @Override
  public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
    TopicPartition partition = range.topicPartition();
    StoredPosition expected = new StoredPosition(partition, range.from(), topicId, epoch);
    StoredPosition moved = new StoredPosition(partition, range.until(), topicId, epoch);
    return rows.replace(partition, expected, moved);
  }

  @Override
  public Optional<StoredPosition> read(TopicPartition partition) {
    return Optional.ofNullable(rows.get(partition));
  }

  @Override
  public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {}

  /** A row that nobody can move. */
  record NeverMoved(StoredPosition row) implements GuardedOffsets {

    @Override
    public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
      return false;
    }

    @Override
    public Optional<StoredPosition> read(TopicPartition partition) {
      return Optional.of(row);
    }

    @Override
    public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {}
  }
}
