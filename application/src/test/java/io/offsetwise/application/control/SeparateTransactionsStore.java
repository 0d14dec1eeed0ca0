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
import io.offsetwise.domain.offset.StreamName;

/** Writes a part of the commit through another transaction, which it commits at once. */
abstract class SeparateTransactionsStore extends FakeCommitStore {

  private SeparateTransactionsStore(FakeDatabase database, StreamName stream) {
    super(database, stream);
  }

  /** The results are on a connection of their own. */
  static SeparateTransactionsStore ofResults(FakeDatabase database, StreamName stream) {
    return new SeparateTransactionsStore(database, stream) {
      @Override
      protected ResultWriter<FakeResult> results(FakeTransaction transaction, Commit commit) {
        return results -> {
          FakeTransaction own = database.begin();
          try {
            new FakeResultWriter(database, own, commit).write(results);
          } finally {
            own.commit();
          }
        };
      }
    };
  }

  /** The offsets' history is on a connection of its own. */
  static SeparateTransactionsStore ofHistory(FakeDatabase database, StreamName stream) {
    return new SeparateTransactionsStore(database, stream) {
      @Override
      protected GuardedOffsets offsets(FakeTransaction transaction) {
        return new FakeGuardedOffsets(database, transaction, stream) {
          @Override
          public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {
            FakeTransaction own = database.begin();
            new FakeGuardedOffsets(database, own, stream).record(range, epoch, commit);
            own.commit();
          }
        };
      }
    };
  }
}
