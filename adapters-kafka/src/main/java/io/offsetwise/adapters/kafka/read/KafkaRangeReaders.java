package io.offsetwise.adapters.kafka.read;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.RangeReaders;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.Objects;

/**
 * Reads ranges by consumers that stay open between them, in no group.
 *
 * @param connection how to reach Kafka; its timeout bounds the wait for each further record, its
 *     {@code isolation.level} says which records are visible
 * @param name who reads: readers of another name share nothing of what was fetched
 */
public record KafkaRangeReaders(KafkaConnection connection, String name) implements RangeReaders {

  public KafkaRangeReaders {
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(name, "name");
  }

  @Override
  public RangeReader open(OffsetRange range) {
    return KafkaRangeReader.open(this, range);
  }

  @Override
  public void release() {
    IdleConsumers.ofThisJvm().release(this);
  }
}
