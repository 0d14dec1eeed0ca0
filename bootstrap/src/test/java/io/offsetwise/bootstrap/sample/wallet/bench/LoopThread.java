package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * One thread of the hand-written loop.
 *
 * @param kafka properties of its consumer
 * @param database where its connection leads
 * @param stream whose offsets and results
 * @param share what it reads; nobody else writes to these partitions meanwhile
 * @param recordsPerTransaction most records of a transaction, from whatever partitions they come
 * @param way how the ledger is written
 * @param tally is told of each commit
 */
record LoopThread(
    Map<String, String> kafka,
    JdbcSettings database,
    StreamName stream,
    List<OffsetRange> share,
    int recordsPerTransaction,
    LoopLedger.Way way,
    Tally tally)
    implements Callable<Void> {

  private static final Duration LONGEST_POLL = Duration.ofMillis(200);

  @Override
  public Void call() throws Exception {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer();
        Connection connection = LoopLedger.Way.connect(database);
        LoopTransaction transaction = new LoopTransaction(connection, stream, share, way)) {
      save(consumer, transaction);
    }
    return null;
  }

  private void save(KafkaConsumer<byte[], byte[]> consumer, LoopTransaction transaction)
      throws Exception {
    Iterator<ConsumerRecord<byte[], byte[]>> polled = Collections.emptyIterator();
    long left = share.stream().mapToLong(OffsetRange::length).sum();
    while (left > 0) {
      long size = Math.min(left, recordsPerTransaction);
      for (long saved = 0; saved < size; saved++) {
        while (!polled.hasNext()) {
          polled = consumer.poll(LONGEST_POLL).iterator();
        }
        transaction.add(polled.next());
      }
      transaction.commit();
      tally.add(size, 1);
      left -= size;
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put("enable.auto.commit", "false");
    properties.put("allow.auto.create.topics", "false");
    properties.put("auto.offset.reset", "none");
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, bytes, bytes);
    consumer.assign(share.stream().map(LoopThread::partition).toList());
    share.forEach(range -> consumer.seek(partition(range), range.from()));
    return consumer;
  }

  private static TopicPartition partition(OffsetRange range) {
    return new TopicPartition(range.topicPartition().topic(), range.topicPartition().partition());
  }
}
