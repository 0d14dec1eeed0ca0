package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.local.LocalBroker;
import io.offsetwise.adapters.kafka.local.LocalBrokerSettings;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.bootstrap.local.SharedServices;
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
import java.util.Optional;
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

/**
 * A broker for a test class: the one that all of them share, or one of its own where its properties
 * are the subject.
 */
public final class LocalKafka implements BeforeAllCallback, AfterAllCallback {

  /**
   * A client that has read to the end waits half a second for more before it turns to another
   * partition, or ends: an audit does that for each partition.
   */
  public static final Map<String, String> SHORT_WAITS =
      Map.of("kafka.properties.fetch.max.wait.ms", "50");

  private static final Duration BOUND = Duration.ofSeconds(20);

  private final Map<String, String> brokerProperties;
  private Optional<OwnBroker> own = Optional.empty();
  private String server;
  private TopicCreator topics;
  private KafkaProducer<byte[], byte[]> producer;

  /** The shared broker, as the product starts it. */
  public LocalKafka() {
    this(Map.of());
  }

  /** A broker with properties of its own, under Kafka's names. */
  public LocalKafka(Map<String, String> brokerProperties) {
    this.brokerProperties = Map.copyOf(brokerProperties);
  }

  @Override
  public void beforeAll(ExtensionContext test) throws IOException {
    if (!brokerProperties.isEmpty()) {
      own = Optional.of(OwnBroker.start(brokerProperties));
    }
    server = own.map(OwnBroker::server).orElseGet(() -> SharedServices.ofThisJvm().kafka());
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
    if (own.isPresent()) {
      own.get().close();
    }
  }

  /** How clients reach the broker; the first of the hosts is dead. */
  public KafkaConnection connection() {
    return new KafkaConnection(
        List.of("127.0.0.1:1", server),
        // as text, which the connector cannot take
        Map.of("receive.buffer.bytes", "131072", "fetch.max.wait.ms", "50"),
        Duration.ofSeconds(10));
  }

  /** The living host alone, for Kafka's own clients. */
  public String server() {
    return server;
  }

  public void create(String topic, int partitions) {
    create(topic, partitions, Map.of());
  }

  /** Creates a topic with properties, such as {@code retention.ms}. */
  public void create(String topic, int partitions, Map<String, String> properties) {
    if (own.isEmpty()) {
      SharedServices.ofThisJvm().claimTopic(topic, this);
    }
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

  /**
   * A broker of one test class.
   *
   * @param folder its data
   * @param broker what runs
   */
  private record OwnBroker(Path folder, LocalBroker broker) {

    static OwnBroker start(Map<String, String> properties) throws IOException {
      Path folder = Files.createTempDirectory("broker");
      return new OwnBroker(
          folder, LocalBroker.start(LocalBrokerSettings.over(folder).with(properties)));
    }

    String server() {
      return broker.bootstrapServer();
    }

    void close() throws IOException {
      broker.close();
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(OwnBroker::delete);
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
}
