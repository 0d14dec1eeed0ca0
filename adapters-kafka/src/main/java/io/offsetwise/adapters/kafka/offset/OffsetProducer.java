package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.ClientFailure;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaPartitions;
import io.offsetwise.application.stop.CauseChain;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A producer that sends nothing but offsets, and holds a lock as long as nobody else takes it. Not
 * thread-safe. After any exception it must be closed.
 */
final class OffsetProducer implements AutoCloseable {

  private static final String RETRY_PAUSE_MS = "20";

  private final Producer<byte[], byte[]> producer;
  private final GroupLock lock;

  private OffsetProducer(Producer<byte[], byte[]> producer, GroupLock lock) {
    this.producer = producer;
    this.lock = lock;
  }

  /**
   * Takes the lock from whoever holds it: what its holder has decided to commit is committed when
   * this returns, anything else of its is not and never will be.
   */
  static OffsetProducer take(GroupLock lock) {
    KafkaConnection connection = lock.group().connection();
    OffsetProducer taken = new OffsetProducer(open(lock, connection), lock);
    try {
      taken.producer.initTransactions();
      return taken;
    } catch (KafkaException e) {
      taken.close();
      throw new ClientFailure(connection, lock.group().rights())
          .of("for the lock " + lock.transactionalId(), e);
    }
  }

  private static Producer<byte[], byte[]> open(GroupLock lock, KafkaConnection connection) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_PAUSE_MS);
    properties.putAll(
        connection.clientProperties(
            ProducerConfig.MAX_BLOCK_MS_CONFIG, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG));
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, lock.transactionalId());
    // What a dead holder left open is waited for by everybody who reads.
    properties.put(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        Math.toIntExact(connection.timeout().toMillis()));
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "0");
    ByteArraySerializer bytes = new ByteArraySerializer();
    try {
      return new KafkaProducer<>(properties, bytes, bytes);
    } catch (RuntimeException e) {
      throw new ClientFailure(connection).notOpened(e);
    }
  }

  /**
   * Commits all rows or none.
   *
   * @throws LockLostException when somebody else has taken the lock, or is taking it: nothing is
   *     committed, or nothing that whoever takes it next will not see
   * @throws StoppedException with reason {@code UNAVAILABLE} when Kafka does not answer; if that
   *     was during the commit nobody knows whether it is durable, and the message says so
   */
  void commit(Collection<GroupRow> rows) {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        rows.stream()
            .collect(
                Collectors.toMap(
                    row -> KafkaPartitions.kafkas(row.partition()), GroupRow::forKafka));
    try {
      producer.beginTransaction();
      producer.sendOffsetsToTransaction(offsets, new ConsumerGroupMetadata(lock.group().name()));
    } catch (KafkaException e) {
      throw failure(offsets, e);
    }
    end(offsets);
  }

  /** Kafka allows a commit to be asked for again when its answer did not come. */
  private void end(Map<TopicPartition, OffsetAndMetadata> offsets) {
    try {
      try {
        producer.commitTransaction();
      } catch (TimeoutException e) {
        producer.commitTransaction();
      }
    } catch (TimeoutException e) {
      throw unknownOutcome(offsets, e);
    } catch (KafkaException e) {
      throw isUnforeseen(e)
          ? new LockLostException(lock.transactionalId(), e)
          : failure(offsets, e);
    }
  }

  private RuntimeException failure(Map<TopicPartition, OffsetAndMetadata> offsets, Exception e) {
    if (isFencing(e)) {
      return new LockLostException(lock.transactionalId(), e);
    }
    return new ClientFailure(lock.group().connection(), lock.group().rights())
        .of("to save the offsets of " + offsets.keySet() + " in group " + lock.group().name(), e);
  }

  /**
   * A broker that is just giving the lock to somebody else fails at a commit, instead of refusing
   * it (seen in 3.4.1: "PrepareCommit while it already a pending state PrepareEpochFence"), and
   * Kafka's client has no exception for that. Whoever takes the lock again settles what became of
   * the commit, before it looks at what is stored.
   */
  private static boolean isUnforeseen(KafkaException e) {
    return CauseChain.of(e).links().stream().noneMatch(ApiException.class::isInstance);
  }

  private static boolean isFencing(Throwable failure) {
    return CauseChain.of(failure).links().stream()
        .anyMatch(
            each ->
                each instanceof ProducerFencedException
                    || each instanceof InvalidProducerEpochException
                    // Kafka forgets a producer that was idle for days: the lock is anybody's.
                    || each instanceof InvalidPidMappingException);
  }

  private StoppedException unknownOutcome(
      Map<TopicPartition, OffsetAndMetadata> offsets, TimeoutException e) {
    return StopReason.UNAVAILABLE.because(
        e,
        "Kafka at %s did not answer the commit of the offsets of %s in group %s: nobody knows"
            + " whether they are saved; start the stream again, it reads what is stored",
        lock.group().connection().bootstrapServers(),
        offsets.keySet(),
        lock.group().name());
  }

  /**
   * Closes at once; a transaction that is still open is given up by Kafka or by the next holder.
   */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
