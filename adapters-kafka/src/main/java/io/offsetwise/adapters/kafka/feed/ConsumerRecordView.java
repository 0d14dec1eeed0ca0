package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.KafkaLeaderEpoch;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.LeaderEpoch;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

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
  public byte[] key() {
    return record.key();
  }

  @Override
  public byte[] value() {
    return record.value();
  }

  @Override
  public Optional<byte[]> header(String name) {
    Header last = record.headers().lastHeader(name);
    return last == null ? Optional.empty() : Optional.ofNullable(last.value());
  }
}
