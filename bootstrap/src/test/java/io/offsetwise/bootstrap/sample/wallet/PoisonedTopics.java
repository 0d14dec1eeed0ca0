package io.offsetwise.bootstrap.sample.wallet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.offsetwise.bootstrap.stream.LocalKafka;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Payments, and between them whatever else a producer may leave in their topics. */
final class PoisonedTopics implements AutoCloseable {

  /** Topics by number of partitions. */
  static final Map<String, Integer> PARTITIONS = Map.of("payments", 5, "refunds", 1);

  /** Larger than the largest record that a broker takes unless it is told otherwise. */
  private static final int LARGE = (1 << 20) + (1 << 19);

  private static final byte[] KEY = {'k'};
  private static final long BOUND_SECONDS = 30;

  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Letter> letters = new ArrayList<>();
  private long records;
  private long payments;
  private long cents;

  PoisonedTopics(LocalKafka kafka) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.server(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                2 * LARGE),
            bytes,
            bytes);
    PARTITIONS.forEach(kafka::create);
  }

  /**
   * A record that is to be found among the dead letters.
   *
   * @param place {@code topic-partition@offset}
   * @param value the record's own bytes, or empty
   */
  record Letter(String place, Optional<ByteBuffer> value) {}

  void fill() throws Exception {
    pay("payments", 0, KEY, "");
    poison("payments", 0, KEY, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    pay("payments", 0, KEY, "");
    poison("payments", 1, KEY, null);
    pay("payments", 1, KEY, "");
    poison("payments", 2, null, new byte[0]);
    pay("payments", 2, null, "");
    poison("payments", 3, KEY, large());
    pay("payments", 3, KEY, "x".repeat(LARGE));
    poison("payments", 4, null, null);
    poison("payments", 4, KEY, "[".repeat(100_000).getBytes(UTF_8));
    poison("payments", 4, KEY, "{\"id\":1}".getBytes(UTF_8));
    poison("payments", 4, KEY, payment("p", "w", "99999999999999999999", ""));
    poison("payments", 4, KEY, payment("p".repeat(10_000), "w", "1", ""));
    poison("refunds", 0, KEY, "garbage".getBytes(UTF_8));
    pay("refunds", 0, KEY, "");
  }

  /** One more payment. */
  void pay(String topic, int partition, byte[] key, String padding) throws Exception {
    payments++;
    long amount = payments % 2 == 0 ? -payments : 100 * payments;
    cents += amount;
    send(
        topic,
        partition,
        key,
        payment("payment-" + payments, "wallet-" + payments % 3, Long.toString(amount), padding));
  }

  /** Number of records in all topics. */
  long records() {
    return records;
  }

  /** Number of payments among them. */
  long payments() {
    return payments;
  }

  /** The sum of all payments, in cents. */
  long cents() {
    return cents;
  }

  /** The records that are no payments. */
  List<Letter> letters() {
    return letters;
  }

  @Override
  public void close() {
    producer.close();
  }

  private void poison(String topic, int partition, byte[] key, byte[] value) throws Exception {
    long offset = send(topic, partition, key, value);
    letters.add(
        new Letter(
            topic + "-" + partition + "@" + offset,
            Optional.ofNullable(value).map(ByteBuffer::wrap)));
  }

  private long send(String topic, int partition, byte[] key, byte[] value) throws Exception {
    RecordMetadata written =
        producer
            .send(new ProducerRecord<>(topic, partition, key, value))
            .get(BOUND_SECONDS, TimeUnit.SECONDS);
    records++;
    return written.offset();
  }

  /** As {@link PaymentJson} writes it, with a field more. */
  private static byte[] payment(String id, String wallet, String cents, String padding) {
    return ("{\"id\":\""
            + id
            + "\",\"padding\":\""
            + padding
            + "\",\"wallet\":\""
            + wallet
            + "\",\"cents\":"
            + cents
            + "}")
        .getBytes(UTF_8);
  }

  private static byte[] large() {
    byte[] bytes = new byte[LARGE];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
