package io.offsetwise.adapters.storage.save;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.offset.JdbiGuardedOffsets;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.domain.offset.StreamName;
import java.util.function.Function;

/**
 * Offsets in a database of their own: each commit is one transaction. Used on driver and executors;
 * thread-safe.
 */
record JdbiOffsetCommits(StreamName stream, JdbcConnections connections) implements OffsetCommits {

  @Override
  public CommitDecision commitOffsets(Function<GuardedOffsets, CommitDecision> work) {
    return connections.commit(handle -> work.apply(new JdbiGuardedOffsets(handle, stream)));
  }

  /** Does nothing: each commit gives its connection back, and the rest is shared. */
  @Override
  public void close() {}
}
