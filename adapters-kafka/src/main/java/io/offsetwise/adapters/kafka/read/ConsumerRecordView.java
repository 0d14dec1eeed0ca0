package io.offsetwise.adapters.kafka.read;

import io.offsetwise.adapters.kafka.log.KafkaLeaderEpoch;
import io.offsetwise.application.source.RecordHeader;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.source.TimestampType;
import io.offsetwise.domain.offset.LeaderEpoch;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of Kafka's consumer, seen through the port; nothing is copied.
 *
 * @param record what the consumer delivered
 */
record ConsumerRecordView(ConsumerRecord<byte[], byte[]> record) implements SourceRecord {

  @Override
  public String topic() {
    return record.topic();
  }

  @Override
  public int partition() {
    return record.partition();
  }

  @Override
  public long offset() {
    return record.offset();
  }

  @Override
  public LeaderEpoch leaderEpoch() {
    return KafkaLeaderEpoch.ours(record.leaderEpoch());
  }

  @Override
  public long timestamp() {
    return record.timestamp();
  }

  @Override
  public TimestampType timestampType() {
    return switch (record.timestampType()) {
      case CREATE_TIME -> TimestampType.CREATE_TIME;
      case LOG_APPEND_TIME -> TimestampType.LOG_APPEND_TIME;
      case NO_TIMESTAMP_TYPE -> TimestampType.NO_TIMESTAMP;
    };
  }

  @Override
  public byte[] key() {
    return record.key();
  }

  @Override
  public byte[] value() {
    return record.value();
  }

  @Override
  public List<RecordHeader> headers() {
    return Stream.of(record.headers().toArray())
        .map(header -> new RecordHeader(header.key(), header.value()))
        .toList();
  }
}
