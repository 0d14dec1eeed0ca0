package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.source.RecordHeader;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.source.TimestampType;
import io.offsetwise.domain.offset.LeaderEpoch;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The connector's record as the job's function sees it: a thin view, nothing is copied.
 *
 * @param consumed the record as the consumer delivered it
 */
record KafkaRecordView(ConsumerRecord<byte[], byte[]> consumed) implements SourceRecord {

  KafkaRecordView {
    Objects.requireNonNull(consumed, "consumed");
  }

  @Override
  public String topic() {
    return consumed.topic();
  }

  @Override
  public int partition() {
    return consumed.partition();
  }

  @Override
  public long offset() {
    return consumed.offset();
  }

  @Override
  public LeaderEpoch leaderEpoch() {
    return consumed
        .leaderEpoch()
        .<LeaderEpoch>map(LeaderEpoch.Known::new)
        .orElse(LeaderEpoch.UNKNOWN);
  }

  @Override
  public long timestamp() {
    return consumed.timestamp();
  }

  @Override
  public TimestampType timestampType() {
    return switch (consumed.timestampType()) {
      case CREATE_TIME -> TimestampType.CREATE_TIME;
      case LOG_APPEND_TIME -> TimestampType.LOG_APPEND_TIME;
      case NO_TIMESTAMP_TYPE -> TimestampType.NO_TIMESTAMP;
    };
  }

  @Override
  public byte[] key() {
    return consumed.key();
  }

  @Override
  public byte[] value() {
    return consumed.value();
  }

  @Override
  public List<RecordHeader> headers() {
    return Stream.of(consumed.headers().toArray())
        .map(header -> new RecordHeader(header.key(), header.value()))
        .toList();
  }
}
