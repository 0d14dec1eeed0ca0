package io.offsetwise.application.contract;

import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.SaveTransaction;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A store under test together with the eyes that the contracts need. It begins empty; all that it
 * hands out works on the same data, and what it tells is what a stranger's connection sees: nothing
 * that is not committed.
 *
 * @param <R> any kind of result that the store can write
 */
public interface StoreFixture<R> extends OffsetsFixture {

  @Override
  StoreProvider<CommitStore<R>> commits(StreamName stream);

  /** Runs {@code work} in a store of {@code stream} that is opened for it. */
  default CommitDecision commit(
      StreamName stream, Commit commit, Function<SaveTransaction<R>, CommitDecision> work) {
    try (CommitStore<R> commits = commits(stream).open()) {
      return commits.commit(commit, work);
    }
  }

  /** A result that can be told from others by {@code key}, at most 30 characters. */
  R result(String key);

  /** The keys of all durable results, repeated ones as often as they are there, in any order. */
  List<String> durableResults();

  /** The durable history of {@code stream}, oldest first. */
  List<SavedRange> history(StreamName stream);

  /** The durable gaps of {@code stream}, in any order. */
  List<AcceptedGap> gaps(StreamName stream);

  /** The positions of {@code stream} at which partitions began to be read, oldest first. */
  List<StoredPosition> starts(StreamName stream);

  /** The positions of {@code stream} that were moved on purpose, oldest first. */
  List<PositionReset> resets(StreamName stream);

  /** {@code stream} under audit, with the keys of its results, which are read when asked for. */
  AuditedStore<Supplier<List<String>>> audited(StreamName stream);
}
