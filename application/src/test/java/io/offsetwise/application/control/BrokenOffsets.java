package io.offsetwise.application.control;

import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeGuardedOffsets;
import io.offsetwise.application.fake.FakeTransaction;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import java.util.function.Predicate;

/** Guards of the stored positions that forget something. */
public enum BrokenOffsets {
  /** The row is moved whatever it says. */
  BLIND_WRITE {
    @Override
    Predicate<StoredPosition> guard(OffsetRange range, TopicId topicId, Epoch epoch) {
      return row -> true;
    }
  },
  /** The position is not compared. */
  WITHOUT_POSITION {
    @Override
    Predicate<StoredPosition> guard(OffsetRange range, TopicId topicId, Epoch epoch) {
      return row -> row.topicId().equals(topicId) && row.epoch().equals(epoch);
    }
  },
  /** The claim is not compared. */
  WITHOUT_EPOCH {
    @Override
    Predicate<StoredPosition> guard(OffsetRange range, TopicId topicId, Epoch epoch) {
      return row -> row.nextOffset() == range.from() && row.topicId().equals(topicId);
    }
  },
  /** The topic's id is not compared. */
  WITHOUT_TOPIC_ID {
    @Override
    Predicate<StoredPosition> guard(OffsetRange range, TopicId topicId, Epoch epoch) {
      return row -> row.nextOffset() == range.from() && row.epoch().equals(epoch);
    }
  };

  abstract Predicate<StoredPosition> guard(OffsetRange range, TopicId topicId, Epoch epoch);

  /** A store that is right but for this guard. */
  public FakeCommitStore store(FakeDatabase database, StreamName stream) {
    return new FakeCommitStore(database, stream) {
      @Override
      protected GuardedOffsets offsets(FakeTransaction transaction) {
        return new FakeGuardedOffsets(database, transaction, stream) {
          @Override
          protected Predicate<StoredPosition> guard(
              OffsetRange range, TopicId topicId, Epoch epoch) {
            return BrokenOffsets.this.guard(range, topicId, epoch);
          }
        };
      }
    };
  }
}
