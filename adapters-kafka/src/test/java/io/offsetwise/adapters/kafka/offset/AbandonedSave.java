package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.KafkaPartitions;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a process leaves behind that dies after it has sent offsets and before it commits them. */
final class AbandonedSave {

  private AbandonedSave() {}

  static void of(GroupLock lock, TopicPartition partition, long offset) {
    Map<String, Object> properties = new HashMap<>(lock.group().connection().clientProperties());
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, lock.transactionalId());
    ByteArraySerializer bytes = new ByteArraySerializer();
    // Not closed: closing would give the transaction up.
    @SuppressWarnings("resource")
    KafkaProducer<byte[], byte[]> dying = new KafkaProducer<>(properties, bytes, bytes);
    dying.initTransactions();
    dying.beginTransaction();
    dying.sendOffsetsToTransaction(
        Map.of(KafkaPartitions.kafkas(partition), new OffsetAndMetadata(offset)),
        new ConsumerGroupMetadata(lock.group().name()));
  }
}
