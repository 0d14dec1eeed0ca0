package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.ClientFailure;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes records to Kafka, each durable and once (acks=all, idempotent producer). Sending is
 * asynchronous; it waits when the client's buffer ({@code buffer.memory} bytes) is full.
 * Thread-safe.
 */
public final class RecordFeeder implements TopicFeed {

  private static final String LARGEST_REQUEST_BYTES = "10485760";

  private final Producer<byte[], byte[]> producer;
  private final FedTopics topics;
  private final AtomicReference<NotStored> firstFailure = new AtomicReference<>();
  private final AtomicLong unanswered = new AtomicLong();
  private final KafkaConnection connection;
  private final int largestRequest;

  private RecordFeeder(
      Producer<byte[], byte[]> producer,
      FedTopics topics,
      KafkaConnection connection,
      int largestRequest) {
    this.producer = producer;
    this.topics = topics;
    this.connection = connection;
    this.largestRequest = largestRequest;
  }

  /**
   * Opens a producer; does not wait for the broker.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when the connection's addresses or
   *     properties are no good
   */
  public static RecordFeeder open(KafkaConnection connection) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST_BYTES);
    properties.putAll(
        connection.clientProperties(
            ProducerConfig.MAX_BLOCK_MS_CONFIG, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG));
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    // With more, a later batch may be stored before a refused earlier one when the partition is so
    // young that the broker knows no sequence of this producer; the earlier one then never fits.
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1");
    ByteArraySerializer bytes = new ByteArraySerializer();
    try {
      return new RecordFeeder(
          new KafkaProducer<>(properties, bytes, bytes),
          FedTopics.open(connection),
          connection,
          largestRequest(properties));
    } catch (RuntimeException e) {
      throw new ClientFailure(connection).notOpened(e);
    }
  }

  /**
   * The largest request in bytes: a record with its key and some dozen bytes of Kafka's own must
   * fit in. The broker may take less ({@code message.max.bytes}).
   */
  public int largestRequest() {
    return largestRequest;
  }

  /**
   * Sends one record to the partition that its key decides.
   *
   * @param key may be null: then any partition
   * @param value may be null: a tombstone
   * @throws StoppedException when an earlier record could not be written or the topic does not
   *     exist, with reason {@code UNAVAILABLE}
   */
  public void send(String topic, byte[] key, byte[] value) {
    send(new ProducerRecord<>(topic, key, value));
  }

  @Override
  public void send(ProducerRecord<byte[], byte[]> record) {
    requireNoFailure();
    topics.require(record.topic());
    unanswered.incrementAndGet();
    try {
      Future<RecordMetadata> unused = // the callback hears of failures
          producer.send(record, (written, failure) -> answered(record.topic(), failure));
    } catch (KafkaException e) {
      notice(record.topic(), e);
    }
    requireNoFailure();
  }

  /**
   * Waits until all records sent so far are durable.
   *
   * @throws StoppedException when one of them could not be written, with reason {@code
   *     UNAVAILABLE}, or was written to a topic that was created again meanwhile, with {@code
   *     TOPIC_RECREATED}
   */
  @Override
  public void flush() {
    producer.flush();
    requireNoFailure();
    requireAllAnswered();
    topics.requireSame();
  }

  /** Waits for what was sent, at most for the connection's timeout, and closes the producer. */
  @Override
  public void close() {
    try {
      producer.close(connection.timeout());
    } finally {
      topics.close();
    }
  }

  private static int largestRequest(Map<String, Object> properties) {
    return Integer.parseInt(
        properties.get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG).toString().strip());
  }

  private void answered(String topic, Exception failure) {
    unanswered.decrementAndGet();
    notice(topic, failure);
  }

  /**
   * Kafka's own flush does not wait for a batch that the broker refused and the client split; of a
   * large record and a small one it makes the same batch again and again.
   */
  private void requireAllAnswered() {
    long waiting = unanswered.get();
    if (waiting > 0) {
      throw StopReason.UNAVAILABLE.because(
          """
          %s records were sent to %s but neither stored nor refused: one of them, or batch.size, \
          is probably larger than max.message.bytes of the topic; send smaller ones, or raise it""",
          waiting, connection.bootstrapServers());
    }
  }

  private void notice(String topic, Exception failure) {
    if (failure != null) {
      firstFailure.compareAndSet(null, new NotStored(topic, failure));
    }
  }

  private void requireNoFailure() {
    NotStored failure = firstFailure.get();
    if (failure != null) {
      throw topics.failure("to store a record of " + failure.topic, failure.cause);
    }
  }

  /** Why is asked by whoever sends: the producer's own thread must not wait for an answer. */
  private record NotStored(String topic, Exception cause) {}
}
