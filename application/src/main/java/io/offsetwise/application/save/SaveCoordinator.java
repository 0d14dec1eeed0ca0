package io.offsetwise.application.save;

import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;
import java.util.Objects;

/**
 * Walks a save plan: the one place where the order of saving is carried out, for every guarantee
 * and both scopes. All records are read and the topics checked before the first commit begins, so
 * that nothing waits for Kafka while rows are locked or a connection is borrowed.
 *
 * <p>In scope partition it runs on executors with one range, in scope batch on the driver with all
 * ranges of the batch. Not thread-safe; one instance for each save is cheap.
 *
 * @param <R> the job's results
 */
public final class SaveCoordinator<R> {

  private final SavePlan plan;
  private final Epoch epoch;
  private final CommitStore<R> store;
  private final OffsetGuard offsetGuard;
  private final TopicGuard topicGuard;
  private final FailurePoints failurePoints;

  /**
   * A coordinator of these parts.
   *
   * @param context plan and claim of the session
   * @param store where commits become durable
   * @param offsetGuard moves the positions
   * @param topicGuard checks the topics when all is read, before the first commit
   * @param failurePoints is told of each failure point; {@link FailurePoints#NONE} in the product
   */
  public SaveCoordinator(
      SaveContext context,
      CommitStore<R> store,
      OffsetGuard offsetGuard,
      TopicGuard topicGuard,
      FailurePoints failurePoints) {
    this.plan = context.plan();
    this.epoch = context.epoch();
    this.store = Objects.requireNonNull(store, "store");
    this.offsetGuard = Objects.requireNonNull(offsetGuard, "offsetGuard");
    this.topicGuard = Objects.requireNonNull(topicGuard, "topicGuard");
    this.failurePoints = Objects.requireNonNull(failurePoints, "failurePoints");
  }

  /**
   * Saves results and offsets of {@code ranges} in the order of the plan.
   *
   * @param ranges what is being saved; empty ranges are passed over
   * @param results the results of exactly these ranges; read here
   * @return what the save came to
   * @throws io.offsetwise.application.stop.StoppedException when a check fails; the commits made
   *     before it stay, as the plan foresees
   */
  public SaveOutcome save(BatchRanges ranges, RangeResults<R> results) {
    List<OffsetRange> saved = ranges.inLockOrder();
    if (saved.isEmpty()) {
      return SaveOutcome.NOTHING_TO_SAVE;
    }
    try (ReadResults<R> read = results.read(store::hold)) {
      // Once, and only now: no record is read after this, and an id never comes back.
      topicGuard.requireSameTopics(saved);
      return commit(saved, read);
    }
  }

  private SaveOutcome commit(List<OffsetRange> saved, ReadResults<R> results) {
    FailurePoint next = FailurePoint.BEFORE_FIRST_COMMIT;
    for (Commit commit : plan.commits()) {
      failurePoints.reached(next, saved);
      CommitDecision decision = make(commit, RecordedCommit.of(plan, commit), saved, results);
      if (decision == CommitDecision.ROLL_BACK) {
        // Nobody knows what the other attempt has written: an audit is told that it was left so.
        RecordedCommit leftAlone = RecordedCommit.ofResultsLeftAlone(plan);
        plan.resultsAfterOffsets().ifPresent(unmade -> make(unmade, leftAlone, saved, results));
        return SaveOutcome.ALREADY_APPLIED;
      }
      next = FailurePoint.BETWEEN_COMMITS;
    }
    failurePoints.reached(FailurePoint.AFTER_LAST_COMMIT, saved);
    return SaveOutcome.SAVED;
  }

  private CommitDecision make(
      Commit commit, RecordedCommit recorded, List<OffsetRange> ranges, ReadResults<R> results) {
    return switch (recorded.steps()) {
      case OFFSETS ->
          store.commitOffsets(
              offsets -> {
                CommitDecision decision = move(offsets, ranges, results);
                if (decision == CommitDecision.COMMIT) {
                  record(offsets, ranges, recorded, results);
                }
                return decision;
              });
      case RESULTS ->
          store.commitResults(
              commit,
              transaction -> {
                results.writeTo(transaction);
                record(transaction.history(), ranges, recorded, results);
                return CommitDecision.COMMIT;
              });
      case NEITHER ->
          store.commitResults(
              commit,
              transaction -> {
                record(transaction.history(), ranges, recorded, results);
                return CommitDecision.COMMIT;
              });
      case BOTH ->
          store.commit(
              commit,
              transaction -> {
                if (move(transaction.offsets(), ranges, results) == CommitDecision.ROLL_BACK) {
                  return CommitDecision.ROLL_BACK;
                }
                results.writeTo(transaction);
                record(transaction.history(), ranges, recorded, results);
                failurePoints.reached(FailurePoint.INSIDE_TRANSACTION, ranges);
                return CommitDecision.COMMIT;
              });
    };
  }

  private CommitDecision move(
      GuardedOffsets offsets, List<OffsetRange> ranges, ReadResults<R> results) {
    offsets.whatWasRead(results::summaryOf);
    return offsetGuard.advance(offsets, ranges);
  }

  private void record(
      HistoryWriter history,
      List<OffsetRange> ranges,
      RecordedCommit recorded,
      ReadResults<R> results) {
    history.whatWasRead(results::summaryOf);
    history.recordAll(ranges, epoch, recorded);
  }
}
