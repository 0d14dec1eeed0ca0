package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.local.LocalBroker;
import io.offsetwise.adapters.kafka.local.LocalBrokerSettings;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A broker of its own for a test class. */
public final class LocalKafka implements BeforeAllCallback, AfterAllCallback {

  private static final Duration BOUND = Duration.ofSeconds(20);

  private final Map<String, String> brokerProperties;
  private Path folder;
  private LocalBroker broker;
  private TopicCreator topics;
  private KafkaProducer<byte[], byte[]> producer;

  /** A broker as the product starts it. */
  public LocalKafka() {
    this(Map.of());
  }

  /** A broker with properties of its own, under Kafka's names. */
  public LocalKafka(Map<String, String> brokerProperties) {
    this.brokerProperties = Map.copyOf(brokerProperties);
  }

  @Override
  public void beforeAll(ExtensionContext test) throws IOException {
    folder = Files.createTempDirectory("broker");
    broker = LocalBroker.start(LocalBrokerSettings.over(folder).with(brokerProperties));
    topics = TopicCreator.open(connection());
    producer =
        new KafkaProducer<>(
            new HashMap<>(connection().clientProperties()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @Override
  public void afterAll(ExtensionContext test) throws IOException {
    producer.close(BOUND);
    topics.close();
    broker.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(LocalKafka::delete);
    }
  }

  /** How clients reach the broker; the first of the hosts is dead. */
  public KafkaConnection connection() {
    return new KafkaConnection(
        List.of("127.0.0.1:1", broker.bootstrapServer()),
        // as text, which the connector cannot take
        Map.of("receive.buffer.bytes", "131072"),
        Duration.ofSeconds(10));
  }

  /** The living host alone, for Kafka's own clients. */
  public String server() {
    return broker.bootstrapServer();
  }

  public void create(String topic, int partitions) {
    create(topic, partitions, Map.of());
  }

  /** Creates a topic with properties, such as {@code retention.ms}. */
  public void create(String topic, int partitions, Map<String, String> properties) {
    topics.createIfAbsent(topic, partitions, properties);
  }

  void expand(String topic, int partitions) {
    topics.expandTo(topic, partitions);
  }

  /** Deletes the topic and creates it again under another id. */
  void recreate(String topic, int partitions) throws Exception {
    try (Admin admin = Admin.create(new HashMap<String, Object>(connection().clientProperties()))) {
      admin.deleteTopics(List.of(topic)).all().get(BOUND.toSeconds(), TimeUnit.SECONDS);
      Awaitility.await()
          .atMost(BOUND)
          .until(() -> !admin.listTopics().names().get().contains(topic));
    }
    create(topic, partitions);
  }

  /** Appends {@code count} records, and returns when the broker has them. */
  public void append(String topic, int partition, int count) throws Exception {
    for (int number = 0; number < count; number++) {
      byte[] value = ("record " + number).getBytes(StandardCharsets.UTF_8);
      var sent = producer.send(new ProducerRecord<>(topic, partition, null, value));
      if (number == count - 1) {
        producer.flush();
        sent.get(BOUND.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
