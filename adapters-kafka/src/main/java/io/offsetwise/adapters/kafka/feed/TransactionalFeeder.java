package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.stop.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes records by transactions of a few each, which are committed. Beside them a second producer
 * writes some of them a second time, by transactions that stay open over several of the others and
 * are aborted: a reader of uncommitted records sees those twice. Lengths and copies follow from a
 * seed. After a flush every partition that was written ends with a marker. Not thread-safe.
 */
public final class TransactionalFeeder implements TopicFeed {

  private static final int LONGEST_TRANSACTION = 25;

  private final FedTopics topics;
  private final FeedingTransactions committed;
  private final FeedingTransactions aborted;
  private final Random pattern;
  private final List<ProducerRecord<byte[], byte[]>> waiting = new ArrayList<>();
  private int length;

  private TransactionalFeeder(
      FedTopics topics, FeedingTransactions committed, FeedingTransactions aborted, long seed) {
    this.topics = topics;
    this.committed = committed;
    this.aborted = aborted;
    this.pattern = new Random(seed);
    this.length = nextLength();
  }

  /**
   * Opens two producers, and waits for the broker.
   *
   * @param seed decides on the transactions
   * @throws StoppedException with reason {@code UNAVAILABLE} when the connection's addresses or
   *     properties are no good, or the broker does not answer
   */
  public static TransactionalFeeder open(KafkaConnection connection, long seed) {
    FedTopics topics = FedTopics.open(connection);
    return new TransactionalFeeder(
        topics,
        FeedingTransactions.open(connection, topics),
        FeedingTransactions.open(connection, topics),
        seed);
  }

  @Override
  public void send(ProducerRecord<byte[], byte[]> record) {
    topics.require(record.topic());
    waiting.add(record);
    if (waiting.size() == length) {
      write();
    }
  }

  @Override
  public void flush() {
    if (!waiting.isEmpty()) {
      write();
    }
    if (aborted.isOpen()) {
      aborted.abort();
    }
    topics.requireSame();
  }

  private void write() {
    if (aborted.isOpen() || pattern.nextInt(3) == 0) {
      aborted.write(waiting.subList(0, 1 + pattern.nextInt(waiting.size())));
    }
    committed.write(waiting);
    committed.commit();
    if (aborted.isOpen() && pattern.nextBoolean()) {
      aborted.abort();
    }
    waiting.clear();
    length = nextLength();
  }

  private int nextLength() {
    return 1 + pattern.nextInt(LONGEST_TRANSACTION);
  }

  @Override
  public void close() {
    try (topics;
        aborted) {
      committed.close();
    }
  }
}
