package io.offsetwise.application.fake;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.application.save.SaveTransaction;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.offset.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Commits to a database in memory. Subclasses may break one step on purpose. */
public class FakeCommitStore implements CommitStore<FakeResult> {

  private final FakeDatabase database;
  private final StreamName stream;

  /** Commits of {@code stream} to {@code database}. */
  public FakeCommitStore(FakeDatabase database, StreamName stream) {
    this.database = database;
    this.stream = stream;
    database.opened();
  }

  @Override
  public final CommitDecision commit(
      Commit commit, Function<SaveTransaction<FakeResult>, CommitDecision> work) {
    FakeTransaction transaction = database.begin();
    CommitDecision decision = CommitDecision.ROLL_BACK;
    try {
      ResultWriter<FakeResult> results = results(transaction, commit);
      decision =
          work.apply(new SaveTransaction<>(offsets(transaction), results, lettersAmong(results)));
    } finally {
      end(transaction, decision);
    }
    return decision;
  }

  @Override
  public void close() {
    database.released();
  }

  /** The offsets of the open commit. */
  protected GuardedOffsets offsets(FakeTransaction transaction) {
    return new FakeGuardedOffsets(database, transaction, stream);
  }

  /** The results of the open commit. */
  protected ResultWriter<FakeResult> results(FakeTransaction transaction, Commit commit) {
    return new FakeResultWriter(database, transaction, commit);
  }

  /** Letters lie among the results, and their keys tell them. */
  private static ResultWriter<DeadLetter> lettersAmong(ResultWriter<FakeResult> results) {
    return letters -> {
      List<FakeResult> kept = new ArrayList<>();
      letters.forEachRemaining(letter -> kept.add(FakeResult.of(letter)));
      if (!kept.isEmpty()) {
        results.write(kept.iterator());
      }
    };
  }

  /** Ends the commit; also after the work has thrown, which counts as a roll back. */
  protected void end(FakeTransaction transaction, CommitDecision decision) {
    switch (decision) {
      case COMMIT -> transaction.commit();
      case ROLL_BACK -> transaction.rollBack();
    }
  }

  /** The database, for subclasses that break something. */
  protected final FakeDatabase database() {
    return database;
  }

  /** The stream, for subclasses that break something. */
  protected final StreamName stream() {
    return stream;
  }
}
