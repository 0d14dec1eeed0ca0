package io.offsetwise.adapters.storage.offset;

import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The parameters {@code :stream}, {@code :topic} and {@code :partition}, by which every table here
 * knows a partition of a stream.
 *
 * @param stream of which stream
 * @param partition which one
 */
public record PartitionKey(StreamName stream, TopicPartition partition) {

  /** Binds the three. */
  public <S extends SqlStatement<S>> S bindTo(S statement) {
    return statement
        .bind("stream", stream.value())
        .bind("topic", partition.topic())
        .bind("partition", partition.partition());
  }
}
