package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.ClientFailure;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.stop.StoppedException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A producer with a transactional id of its own, one transaction at a time. Not thread-safe. */
final class FeedingTransactions implements AutoCloseable {

  private final Producer<byte[], byte[]> producer;
  private final KafkaConnection connection;
  private boolean open;

  private FeedingTransactions(Producer<byte[], byte[]> producer, KafkaConnection connection) {
    this.producer = producer;
    this.connection = connection;
  }

  /**
   * Opens one, and waits for the broker.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE}
   */
  static FeedingTransactions open(KafkaConnection connection) {
    Map<String, Object> properties =
        new HashMap<>(
            connection.clientProperties(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG));
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "offsetwise-feed-" + UUID.randomUUID());
    ByteArraySerializer bytes = new ByteArraySerializer();
    FeedingTransactions transactions;
    try {
      transactions =
          new FeedingTransactions(new KafkaProducer<>(properties, bytes, bytes), connection);
    } catch (RuntimeException e) {
      throw new ClientFailure(connection).notOpened(e);
    }
    try {
      transactions.ask("for a transactional id", Producer::initTransactions);
      return transactions;
    } catch (StoppedException unreachable) {
      transactions.close();
      throw unreachable;
    }
  }

  boolean isOpen() {
    return open;
  }

  /** Begins a transaction unless one is open, and writes {@code records} to the log by it. */
  void write(Collection<ProducerRecord<byte[], byte[]>> records) {
    ask(
        "to store records by a transaction",
        asked -> {
          if (!open) {
            asked.beginTransaction();
            open = true;
          }
          for (ProducerRecord<byte[], byte[]> record : records) {
            Future<RecordMetadata> unused = asked.send(record); // the transaction's end hears of it
          }
          asked.flush();
        });
  }

  /** Ends the transaction: what it wrote counts. */
  void commit() {
    end("to commit a transaction", Producer::commitTransaction);
  }

  /** Ends the transaction: what it wrote stays in the log and does not count. */
  void abort() {
    end("to abort a transaction", Producer::abortTransaction);
  }

  private void end(String request, Consumer<Producer<byte[], byte[]>> end) {
    ask(request, end);
    open = false;
  }

  private void ask(String request, Consumer<Producer<byte[], byte[]>> work) {
    try {
      work.accept(producer);
    } catch (KafkaException e) {
      throw new ClientFailure(connection).of(request, e);
    }
  }

  /** A transaction that is open is aborted, unless the broker does not answer. */
  @Override
  public void close() {
    producer.close(connection.timeout());
  }
}
