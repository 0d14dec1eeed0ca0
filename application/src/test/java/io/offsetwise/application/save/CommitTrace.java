package io.offsetwise.application.save;

import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A store, a log of failure points and guards that only write down in which order they are used.
 */
final class CommitTrace implements CommitStore<String>, GuardedOffsets, ResultWriter<String> {

  private final List<String> calls = new ArrayList<>();

  List<String> calls() {
    return List.copyOf(calls);
  }

  void note(String call) {
    calls.add(call);
  }

  /** Results that are written down when they are dropped. */
  ReadResults<String> holding(List<String> results) {
    return new ReadResults<>() {
      @Override
      public void writeTo(ResultTransaction<String> transaction) {
        transaction.results().writeAll(results.iterator());
      }

      @Override
      public void close() {
        note("dropped");
      }
    };
  }

  void reached(FailurePoint point, List<OffsetRange> ranges) {
    note(point.key() + " " + ranges.size());
  }

  @Override
  public CommitDecision commit(
      Commit commit, Function<SaveTransaction<String>, CommitDecision> work) {
    note("begin " + commit);
    CommitDecision decision = work.apply(new SaveTransaction<>(this, this, letters -> {}));
    note(decision.name());
    return decision;
  }

  @Override
  public void close() {}

  @Override
  public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
    throw new AssertionError("only the guard may advance");
  }

  @Override
  public Optional<StoredPosition> read(TopicPartition partition) {
    throw new AssertionError("only the guard may read");
  }

  @Override
  public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {
    note("record " + range.topicPartition() + " epoch " + epoch + " " + commit.steps().key());
  }

  @Override
  public void write(Iterator<String> results) {
    results.forEachRemaining(result -> note("write " + result));
  }
}
