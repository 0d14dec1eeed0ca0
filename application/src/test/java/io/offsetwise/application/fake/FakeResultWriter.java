package io.offsetwise.application.fake;

import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.SaveStep;
import java.util.Iterator;

/** Results inside one transaction: appended, or inserted unless their key is there. */
public final class FakeResultWriter implements ResultWriter<FakeResult> {

  private final FakeDatabase database;
  private final FakeTransaction transaction;
  private final Commit commit;

  /** Writes the kind of results that {@code commit} is made of. */
  public FakeResultWriter(FakeDatabase database, FakeTransaction transaction, Commit commit) {
    this.database = database;
    this.transaction = transaction;
    this.commit = commit;
  }

  @Override
  public void write(Iterator<FakeResult> results) {
    if (commit.steps().contains(SaveStep.KEYED_RESULTS)) {
      results.forEachRemaining(
          result -> transaction.insert(database.keyedResults, result.key(), result.key()));
    } else {
      results.forEachRemaining(
          result -> database.append(transaction, database.appendedResults, result.key()));
    }
  }
}
