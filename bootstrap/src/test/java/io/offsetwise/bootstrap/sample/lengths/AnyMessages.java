package io.offsetwise.bootstrap.sample.lengths;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Messages of every kind, and what is to be counted of them. */
final class AnyMessages {

  /** A topic of five partitions for {@link #send}. */
  static final String TOPIC = "anything";

  /** Larger than the largest record that a broker takes unless it is told otherwise. */
  static final int LARGE = (1 << 20) + (1 << 19);

  /** What {@link #send} sends, by partition. */
  static final List<MessageCount> COUNTS =
      List.of(
          new MessageCount(TOPIC, 0, 21, 20 * 256),
          new MessageCount(TOPIC, 1, 2, 3),
          new MessageCount(TOPIC, 2, 2, 3),
          new MessageCount(TOPIC, 3, 3, 0),
          new MessageCount(TOPIC, 4, 3, LARGE + 2));

  private static final byte[] KEY = {'k', 0, (byte) 0xff};
  private static final byte[] THREE_BYTES = {0, (byte) 0xff, '\n'};
  private static final long BOUND_SECONDS = 30;

  private AnyMessages() {}

  /** Sends them by a producer of no kin to the program. */
  static void send(String bootstrapServer) throws Exception {
    Map<String, Object> properties =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServer,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            2 * LARGE);
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties, bytes, bytes)) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      messages().forEach(message -> sent.add(producer.send(message)));
      for (Future<RecordMetadata> each : sent) {
        each.get(BOUND_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  /** Lines as a terminal, an editor of another system or a careless export leave them. */
  static byte[] lines() {
    String text =
        "one\n"
            + "\n" // an empty record
            + "carriage\rreturn\r\n"
            + "\u0000\u0001\u00fe\u00ff\n" // no UTF-8
            + "x".repeat(LARGE)
            + "\n"
            + "no line end";
    return text.getBytes(ISO_8859_1);
  }

  /** What {@link #lines} come to in partition 0 of {@code topic}. */
  static MessageCount countOfLines(String topic) {
    return new MessageCount(topic, 0, 6, 3 + 15 + 4 + LARGE + 11);
  }

  private static List<ProducerRecord<byte[], byte[]>> messages() {
    List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    for (int number = 0; number < 20; number++) {
      messages.add(message(0, KEY, everyByte()));
    }
    messages.add(message(0, KEY, new byte[0]));
    messages.add(message(1, KEY, null));
    messages.add(message(1, KEY, THREE_BYTES));
    messages.add(message(2, null, null));
    messages.add(message(2, null, THREE_BYTES));
    messages.add(message(3, null, new byte[0]));
    messages.add(message(3, new byte[0], null));
    messages.add(message(3, new byte[0], new byte[0]));
    messages.add(message(4, KEY, new byte[1]));
    messages.add(message(4, KEY, large()));
    messages.add(message(4, KEY, new byte[1]));
    return messages;
  }

  private static ProducerRecord<byte[], byte[]> message(int partition, byte[] key, byte[] value) {
    return new ProducerRecord<>(TOPIC, partition, key, value);
  }

  private static byte[] everyByte() {
    byte[] bytes = new byte[256];
    for (int index = 0; index < bytes.length; index++) {
      bytes[index] = (byte) index;
    }
    return bytes;
  }

  /** Nothing that compression could make small. */
  private static byte[] large() {
    byte[] bytes = new byte[LARGE];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
