package io.offsetwise.application.save;

import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.application.source.TopicIdentityProvider;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * All that a save needs, in a form that travels: settings that open the live things where they are
 * used. Driver and executors save by the same means.
 *
 * @param context plan and claim of the session
 * @param stores opens the store
 * @param topics opens the topics' identity
 * @param defences the checks of each save
 * @param failurePoints is told of each failure point
 * @param poison what becomes of a record at which the job's function throws
 * @param <R> the job's results
 */
public record Saver<R>(
    SaveContext context,
    StoreProvider<CommitStore<R>> stores,
    TopicIdentityProvider topics,
    Defences defences,
    FailurePoints failurePoints,
    PoisonPolicy poison)
    implements Serializable {

  public Saver {
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(stores, "stores");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(defences, "defences");
    Objects.requireNonNull(failurePoints, "failurePoints");
    Objects.requireNonNull(poison, "poison");
  }

  /** A store knows what it refuses, and not which records that comes from. */
  private static String named(BatchRanges ranges) {
    return "results of "
        + ranges.inLockOrder().stream()
            .map(OffsetRange::toString)
            .collect(Collectors.joining(", "));
  }

  /** A save that stops at a record at which the job's function throws. */
  public Saver(
      SaveContext context,
      StoreProvider<CommitStore<R>> stores,
      TopicIdentityProvider topics,
      Defences defences,
      FailurePoints failurePoints) {
    this(context, stores, topics, defences, failurePoints, PoisonPolicy.FAIL);
  }

  /**
   * Opens store and topics, saves, and releases both; see {@link SaveCoordinator#save}. Opens
   * nothing when no range holds an offset.
   */
  public SaveOutcome save(BatchRanges ranges, RangeResults<R> results) {
    if (ranges.isEmpty()) {
      return SaveOutcome.NOTHING_TO_SAVE;
    }
    try (CommitStore<R> store = stores.open();
        TopicIdentity identity = topics.open()) {
      return new SaveCoordinator<>(
              context,
              store,
              defences.offsetGuard(context),
              defences.topicGuard(context, identity),
              failurePoints)
          .save(ranges, results);
    } catch (StoppedException stop) {
      throw stop.reason() == StopReason.RESULTS_REFUSED ? stop.at(named(ranges)) : stop;
    }
  }
}
