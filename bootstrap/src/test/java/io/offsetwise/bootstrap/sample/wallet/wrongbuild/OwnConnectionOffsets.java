package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.offset.JdbiGuardedOffsets;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes each position through another connection than the results', on which it is durable at
 * once.
 *
 * @param connections others than the results'
 * @param stream whose offsets
 */
record OwnConnectionOffsets(JdbcConnections connections, StreamName stream)
    implements GuardedOffsets {

  @Override
  public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
    return atOnce(offsets -> offsets.advance(range, topicId, epoch));
  }

  @Override
  public Optional<StoredPosition> read(TopicPartition partition) {
    return atOnce(offsets -> offsets.read(partition));
  }

  @Override
  public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {
    atOnce(
        offsets -> {
          offsets.record(range, epoch, commit);
          return range;
        });
  }

  private <T> T atOnce(Function<GuardedOffsets, T> statement) {
    return connections.inTransaction(
        handle -> statement.apply(new JdbiGuardedOffsets(handle, stream)));
  }
}
