package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.Objects;
import java.util.function.Function;

/**
 * Commits of offsets to a Kafka group; results are kept elsewhere. Used on driver and executors;
 * thread-safe.
 */
public final class KafkaOffsetCommits implements OffsetCommits {

  private final KafkaGroup group;
  private final SaveScope scope;

  /**
   * A store of the offsets of {@code group}.
   *
   * @param scope in scope batch a commit may move many partitions and one process saves at a time;
   *     in scope partition it moves one, and those of different partitions do not meet
   */
  public KafkaOffsetCommits(KafkaGroup group, SaveScope scope) {
    this.group = Objects.requireNonNull(group, "group");
    this.scope = Objects.requireNonNull(scope, "scope");
  }

  /**
   * {@inheritDoc}
   *
   * <p>When somebody else takes the lock before the end, nothing is saved and the work runs again,
   * so that it looks at what is stored then: it is either still this claim's turn, or fenced.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     Kafka does not answer; if that was during the commit nobody knows whether it is durable,
   *     and the message says so
   */
  @Override
  public CommitDecision commitOffsets(Function<GuardedOffsets, CommitDecision> work) {
    return new LockRetry(group).untilHeld(() -> attempt(work));
  }

  private CommitDecision attempt(Function<GuardedOffsets, CommitDecision> work) {
    try (KafkaGuardedOffsets offsets = new KafkaGuardedOffsets(group, scope)) {
      CommitDecision decision = work.apply(offsets);
      if (decision == CommitDecision.COMMIT) {
        offsets.commit();
      }
      return decision;
    }
  }

  /** Does nothing: what is open is shared in the JVM. */
  @Override
  public void close() {}
}
