package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.bootstrap.sample.wallet.Payment;
import io.offsetwise.bootstrap.sample.wallet.PaymentJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends single payments at even distances.
 *
 * @param kafka properties of the producer
 * @param topic where they go
 * @param perSecond payments a second
 * @param partitions where each is put, by its number; null leaves it to Kafka
 */
record PacedFeed(
    Map<String, String> kafka, String topic, int perSecond, LongFunction<Integer> partitions) {

  private static final int WALLETS = 1_000;

  private static final PaymentJson JSON = new PaymentJson();

  /**
   * Sends so many payments and waits until all are acknowledged.
   *
   * @param sent is told of each
   */
  void send(long count, Sent sent) {
    long distance = Duration.ofSeconds(1).toNanos() / perSecond;
    long begin = System.nanoTime();
    try (Producer<byte[], byte[]> producer = producer()) {
      for (long number = 0; number < count; number++) {
        awaitNanos(begin + number * distance);
        send(producer, number, sent);
      }
    }
  }

  private void send(Producer<byte[], byte[]> producer, long number, Sent sent) {
    Payment payment = new Payment("payment-" + number, "wallet-" + number % WALLETS, number);
    byte[] key = payment.wallet().getBytes(StandardCharsets.UTF_8);
    long now = System.nanoTime();
    Future<RecordMetadata> unused = // whoever waits for all misses what was not sent
        producer.send(
            new ProducerRecord<>(topic, partitions.apply(number), key, JSON.encode(payment)),
            (place, failure) -> sent.sent(place.partition(), place.offset(), now));
  }

  private static void awaitNanos(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - System.nanoTime();
    }
  }

  private Producer<byte[], byte[]> producer() {
    Map<String, Object> properties = new HashMap<>(kafka);
    properties.put("acks", "all");
    properties.put("linger.ms", "0");
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new KafkaProducer<>(properties, bytes, bytes);
  }

  /** Is told of each payment when it is acknowledged, in the producer's thread. */
  @FunctionalInterface
  interface Sent {

    /**
     * A payment has its place.
     *
     * @param nanos when it was given to the producer, by {@link System#nanoTime}
     */
    void sent(int partition, long offset, long nanos);
  }
}
