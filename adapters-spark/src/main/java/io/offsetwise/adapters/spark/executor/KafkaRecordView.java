package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.LeaderEpoch;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

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
  public byte[] key() {
    return consumed.key();
  }

  @Override
  public byte[] value() {
    return consumed.value();
  }

  @Override
  public Optional<byte[]> header(String name) {
    return Optional.ofNullable(consumed.headers().lastHeader(name)).map(Header::value);
  }
}
