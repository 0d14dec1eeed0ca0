package io.offsetwise.application.control;

import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeTransaction;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.domain.offset.StreamName;

/** Stores that end their commits wrongly. */
enum BrokenEnds {
  /** A roll back keeps what was written. */
  ALWAYS_COMMIT {
    @Override
    void end(FakeTransaction transaction, CommitDecision decision) {
      transaction.commit();
    }
  },
  /** A commit forgets what was written. */
  NEVER_COMMIT {
    @Override
    void end(FakeTransaction transaction, CommitDecision decision) {
      transaction.rollBack();
    }
  },
  /** A roll back leaves the transaction open, with its locks. */
  LEFT_OPEN {
    @Override
    void end(FakeTransaction transaction, CommitDecision decision) {
      if (decision == CommitDecision.COMMIT) {
        transaction.commit();
      }
    }
  };

  abstract void end(FakeTransaction transaction, CommitDecision decision);

  FakeCommitStore store(FakeDatabase database, StreamName stream) {
    return new FakeCommitStore(database, stream) {
      @Override
      protected void end(FakeTransaction transaction, CommitDecision decision) {
        BrokenEnds.this.end(transaction, decision);
      }
    };
  }
}
