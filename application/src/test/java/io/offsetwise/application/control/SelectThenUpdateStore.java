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

/** Looks first and writes then, without a condition: right until somebody writes in between. */
public final class SelectThenUpdateStore extends FakeCommitStore {

  /** Commits of {@code stream} to {@code database}. */
  public SelectThenUpdateStore(FakeDatabase database, StreamName stream) {
    super(database, stream);
  }

  @Override
  protected GuardedOffsets offsets(FakeTransaction transaction) {
    return new FakeGuardedOffsets(database(), transaction, stream()) {
      @Override
      public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
        Predicate<StoredPosition> fits = super.guard(range, topicId, epoch);
        return read(range.topicPartition()).filter(fits).isPresent()
            && super.advance(range, topicId, epoch);
      }

      @Override
      protected Predicate<StoredPosition> guard(OffsetRange range, TopicId topicId, Epoch epoch) {
        return row -> true;
      }
    };
  }
}
