package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.ClientFailure;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.stop.CauseChain;
import io.offsetwise.application.stop.StoppedException;
import java.time.Duration;
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
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A producer with a transactional id of its own, one transaction at a time. Not thread-safe. */
final class FeedingTransactions implements AutoCloseable {

  /** Of the transactional ids. */
  static final String PREFIX = "offsetwise-feed-";

  private final Producer<byte[], byte[]> producer;
  private final FedTopics topics;
  private final Duration timeout;
  private boolean open;

  private FeedingTransactions(
      Producer<byte[], byte[]> producer, FedTopics topics, Duration timeout) {
    this.producer = producer;
    this.topics = topics;
    this.timeout = timeout;
  }

  /**
   * Opens one, and waits for the broker.
   *
   * @param topics what it writes to; somebody else's to close
   * @throws StoppedException with reason {@code UNAVAILABLE}
   */
  static FeedingTransactions open(KafkaConnection connection, FedTopics topics) {
    Map<String, Object> properties =
        new HashMap<>(
            connection.clientProperties(
                ProducerConfig.MAX_BLOCK_MS_CONFIG, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG));
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, PREFIX + UUID.randomUUID());
    ByteArraySerializer bytes = new ByteArraySerializer();
    FeedingTransactions transactions;
    try {
      transactions =
          new FeedingTransactions(
              new KafkaProducer<>(properties, bytes, bytes), topics, connection.timeout());
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
      // After a failed record Kafka says that the producer is in an error state, and has the reason
      // behind that.
      throw topics.failure(
          request,
          CauseChain.of(e).innermost(ApiException.class).map(Throwable.class::cast).orElse(e));
    }
  }

  /** A transaction that is open is aborted, unless the broker does not answer. */
  @Override
  public void close() {
    producer.close(timeout);
  }
}
