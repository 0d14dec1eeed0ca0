package io.offsetwise.application.defence;

import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeTransaction;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.offset.StreamName;
import java.util.concurrent.atomic.AtomicBoolean;

/** A store that takes offsets always, and results unless their database is away. */
final class AbsentStore extends FakeCommitStore {

  private final AtomicBoolean away;

  AbsentStore(FakeDatabase database, StreamName stream, AtomicBoolean away) {
    super(database, stream);
    this.away = away;
  }

  @Override
  protected ResultWriter<FakeResult> results(FakeTransaction transaction, Commit commit) {
    ResultWriter<FakeResult> writer = super.results(transaction, commit);
    return results -> {
      requirePresent();
      writer.write(results);
    };
  }

  private void requirePresent() {
    if (away.get()) {
      throw new StoppedException(
          StopReason.UNAVAILABLE, "the fake database of the results does not answer");
    }
  }
}
