package io.offsetwise.application.control;

import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeTransaction;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.domain.offset.StreamName;

/**
 * Writes offsets through a transaction of their own, which ends as the other one does, just before
 * it: right until somebody dies between the two ends.
 */
public final class SeparateOffsetsStore extends FakeCommitStore {

  private FakeTransaction ofOffsets;

  /** Commits of {@code stream} to {@code database}. */
  public SeparateOffsetsStore(FakeDatabase database, StreamName stream) {
    super(database, stream);
    this.ofOffsets = database.begin();
  }

  @Override
  protected GuardedOffsets offsets(FakeTransaction transaction) {
    ofOffsets = database().begin();
    return super.offsets(ofOffsets);
  }

  @Override
  protected void end(FakeTransaction transaction, CommitDecision decision) {
    super.end(ofOffsets, decision);
    super.end(transaction, decision);
  }
}
