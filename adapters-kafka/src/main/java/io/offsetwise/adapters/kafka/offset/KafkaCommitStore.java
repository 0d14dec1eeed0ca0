package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.application.save.SaveTransaction;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.guarantee.SaveStep;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Commits of offsets, and of nothing else, to a Kafka group. Used on driver and executors;
 * thread-safe.
 *
 * @param <R> the job's results, which are kept elsewhere
 */
public final class KafkaCommitStore<R> implements CommitStore<R> {

  private static final List<SaveStep> POSSIBLE = List.of(SaveStep.OFFSETS);

  private final KafkaGroup group;
  private final SaveScope scope;

  /**
   * A store of the offsets of {@code group}.
   *
   * @param scope in scope batch a commit may move many partitions and one process saves at a time;
   *     in scope partition it moves one, and those of different partitions do not meet
   */
  public KafkaCommitStore(KafkaGroup group, SaveScope scope) {
    this.group = Objects.requireNonNull(group, "group");
    this.scope = Objects.requireNonNull(scope, "scope");
  }

  /**
   * {@inheritDoc}
   *
   * <p>When somebody else takes the lock before the end, nothing is saved and the work runs again,
   * so that it looks at what is stored then: it is either still this claim's turn, or fenced.
   *
   * @throws StreamStoppedException with reason {@code IMPOSSIBLE} for a commit with results, {@code
   *     UNAVAILABLE} when Kafka does not answer; if that was during the commit nobody knows whether
   *     it is durable, and the message says so
   */
  @Override
  public CommitDecision commit(Commit commit, Function<SaveTransaction<R>, CommitDecision> work) {
    if (!commit.steps().equals(POSSIBLE)) {
      throw impossible("commit " + commit);
    }
    return new LockRetry(group).untilHeld(() -> attempt(work));
  }

  private CommitDecision attempt(Function<SaveTransaction<R>, CommitDecision> work) {
    try (KafkaGuardedOffsets offsets = new KafkaGuardedOffsets(group, scope)) {
      CommitDecision decision = work.apply(new SaveTransaction<>(offsets, refusing(), refusing()));
      if (decision == CommitDecision.COMMIT) {
        offsets.commit();
      }
      return decision;
    }
  }

  private <T> ResultWriter<T> refusing() {
    return results -> {
      throw impossible("a commit of offsets that writes results");
    };
  }

  private StreamStoppedException impossible(String what) {
    return StopReason.IMPOSSIBLE.because(
        "%s cannot be made in group %s: Kafka's group offsets hold offsets only; keep results in a"
            + " store of their own and choose a guarantee that commits them separately",
        what, group.name());
  }

  /** Does nothing: what is open is shared in the JVM. */
  @Override
  public void close() {}
}
