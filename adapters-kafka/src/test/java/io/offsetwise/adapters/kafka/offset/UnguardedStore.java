package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Commits offsets as Kafka's consumer does, without a lock: what the locks are there for.
 *
 * @param group whose offsets
 * @param look whether it looks at what is stored before it writes
 */
record UnguardedStore(KafkaGroup group, Look look) implements OffsetCommits {

  enum Look {
    NEVER,
    FIRST
  }

  @Override
  public CommitDecision commitOffsets(Function<GuardedOffsets, CommitDecision> work) {
    Map<TopicPartition, GroupRow> moved = new HashMap<>();
    CommitDecision decision = work.apply(new Offsets(this, moved));
    if (decision == CommitDecision.COMMIT) {
      KafkasTool.set(group, moved.values());
    }
    return decision;
  }

  @Override
  public void close() {}

  private record Offsets(UnguardedStore store, Map<TopicPartition, GroupRow> moved)
      implements GuardedOffsets {

    @Override
    public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
      TopicPartition partition = range.topicPartition();
      StoredPosition expected = new StoredPosition(partition, range.from(), topicId, epoch);
      if (store.look == Look.FIRST && !read(partition).equals(Optional.of(expected))) {
        return false;
      }
      StoredPosition next = new StoredPosition(partition, range.until(), topicId, epoch);
      moved.put(partition, GroupRow.of(next, new ClaimToken(0, 0), new StreamName("unguarded")));
      return true;
    }

    @Override
    public Optional<StoredPosition> read(TopicPartition partition) {
      return GroupRows.of(store.group).of(partition).flatMap(GroupRow::position);
    }

    @Override
    public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {}
  }
}
