package io.offsetwise.application.control;

import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeGuardedOffsets;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeResultWriter;
import io.offsetwise.application.fake.FakeTransaction;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every statement is durable at once, as on a connection whose auto-commit was left on. */
public final class AutoCommitStore extends FakeCommitStore {

  /** Commits of {@code stream} to {@code database}. */
  public AutoCommitStore(FakeDatabase database, StreamName stream) {
    super(database, stream);
  }

  @Override
  protected GuardedOffsets offsets(FakeTransaction unused) {
    return new GuardedOffsets() {
      @Override
      public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
        return atOnce(own -> offsetsOf(own).advance(range, topicId, epoch));
      }

      @Override
      public Optional<StoredPosition> read(TopicPartition partition) {
        return atOnce(own -> offsetsOf(own).read(partition));
      }

      @Override
      public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {
        atOnce(
            own -> {
              offsetsOf(own).record(range, epoch, commit);
              return range;
            });
      }
    };
  }

  @Override
  protected ResultWriter<FakeResult> results(FakeTransaction unused, Commit commit) {
    return results ->
        results.forEachRemaining(
            result ->
                atOnce(
                    own -> {
                      new FakeResultWriter(database(), own, commit)
                          .write(List.of(result).iterator());
                      return result;
                    }));
  }

  private GuardedOffsets offsetsOf(FakeTransaction own) {
    return new FakeGuardedOffsets(database(), own, stream());
  }

  private <T> T atOnce(Function<FakeTransaction, T> statement) {
    FakeTransaction own = database().begin();
    try {
      T answer = statement.apply(own);
      own.commit();
      return answer;
    } finally {
      own.rollBack();
    }
  }
}
