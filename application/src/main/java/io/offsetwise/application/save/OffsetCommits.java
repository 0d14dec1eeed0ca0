package io.offsetwise.application.save;

import java.util.function.Function;

/** Makes commits of offsets durable, whatever keeps the results. Used on driver and executors. */
public interface OffsetCommits extends AutoCloseable {

  /**
   * Runs {@code work} in one atomic commit, as {@link CommitStore#commit} does.
   *
   * @param work moves offsets, and decides
   * @return what the work decided
   */
  CommitDecision commitOffsets(Function<GuardedOffsets, CommitDecision> work);

  @Override
  void close();
}
