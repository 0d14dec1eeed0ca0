package io.offsetwise.application.crash;

import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeStatement;
import io.offsetwise.application.fake.FakeTransaction;
import io.offsetwise.application.fake.RowRequest;
import io.offsetwise.application.fake.StatementScheduler;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.wire.CommitLoss;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.Optional;

/**
 * Loses the connection once, at a commit of the save that holds {@code victim}: what a database in
 * memory and its stores are made with for that. Not thread-safe: a late request arrives in between
 * the statements of those who come after it, or when one of them has to wait for its rows.
 */
public final class LostCommit implements FailurePoints, StatementScheduler {

  private enum State {
    EXPECTED,
    NEXT,
    LOST
  }

  private final CommitLoss loss;
  private final FailurePoint before;
  private final OffsetRange victim;
  private int statementsBeforeArrival;
  private State state = State.EXPECTED;
  private Optional<FakeTransaction> onItsWay = Optional.empty();

  /**
   * Loses the commit that comes after the failure point {@code before}.
   *
   * @param statementsBeforeArrival number of statements that run before a late request arrives
   */
  public LostCommit(
      CommitLoss loss, FailurePoint before, OffsetRange victim, int statementsBeforeArrival) {
    this.loss = loss;
    this.before = before;
    this.victim = victim;
    this.statementsBeforeArrival = statementsBeforeArrival;
  }

  @Override
  public void reached(FailurePoint point, List<OffsetRange> ranges) {
    if (state == State.EXPECTED && point == before && ranges.contains(victim)) {
      state = State.NEXT;
    }
  }

  /** A store whose connection can be lost. */
  public FakeCommitStore store(FakeDatabase database, StreamName stream) {
    return new FakeCommitStore(database, stream) {
      @Override
      protected void end(FakeTransaction transaction, CommitDecision decision) {
        if (decision == CommitDecision.COMMIT && state == State.NEXT) {
          lose(transaction);
        }
        super.end(transaction, decision);
      }
    };
  }

  private void lose(FakeTransaction transaction) {
    state = State.LOST;
    switch (loss) {
      case ANSWER_LOST -> transaction.commit();
      case REQUEST_LOST -> transaction.rollBack();
      case REQUEST_LATE -> onItsWay = Optional.of(transaction);
    }
    throw StopReason.TRANSIENT.because("the connection was lost at a commit");
  }

  /** A late request arrives now, unless it has arrived before. */
  public void arrive() {
    Optional<FakeTransaction> arriving = onItsWay;
    onItsWay = Optional.empty();
    arriving.ifPresent(FakeTransaction::commit);
  }

  /** Whether a late request came by itself, and not because somebody had to wait for it. */
  public boolean hasComeByItself() {
    return statementsBeforeArrival < 0;
  }

  @Override
  public void beforeStatement(FakeStatement statement) {
    if (onItsWay.isPresent() && statementsBeforeArrival-- == 0) {
      arrive();
    }
  }

  @Override
  public void awaitRow(RowRequest request) {
    arrive();
    if (!request.tryLock()) {
      throw new IllegalStateException(request + " is locked, and nobody is there to free it");
    }
  }

  @Override
  public void afterEnd(CommitDecision end) {}
}
