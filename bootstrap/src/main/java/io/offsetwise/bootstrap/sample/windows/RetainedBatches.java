package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Set;

/**
 * The batches of earlier runs: stored with the windows, wherever offsets are kept. What the log has
 * deleted meanwhile cannot be read again, so that a window after a long stop may be shorter.
 *
 * @param stream whose batches
 * @param results the database of the windows
 * @param kafka the log
 */
record RetainedBatches(StreamName stream, JdbcConnections results, KafkaConnection kafka)
    implements EarlierBatches {

  @Override
  public List<Long> before(TopicPartition partition, long offset, int most) {
    List<Long> starts =
        results.inTransaction(
            handle -> new NewestWindows(handle, stream).startsBefore(partition, offset, most));
    if (starts.isEmpty()) {
      return starts;
    }
    long earliest = earliest(partition);
    return starts.stream().filter(start -> start >= earliest).toList();
  }

  private long earliest(TopicPartition partition) {
    try (SourceLog log = KafkaSourceLog.open(kafka)) {
      return log.describe(Set.of(partition.topic())).get(partition).retained().earliest();
    }
  }
}
