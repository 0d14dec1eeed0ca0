package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.read.KafkaRangeReaders;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.bootstrap.stream.LocalSpark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.spark.SparkConf;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;
import org.apache.spark.streaming.kafka010.OffsetRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the connector's own iterator makes of a topic of transactions, and why the job does not read
 * by it. Offsets: a record 0, its marker 1, an aborted record 2, its marker 3, a record 4, its
 * marker 5.
 */
class ConnectorsHolesIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  @RegisterExtension static final LocalSpark SPARK = new LocalSpark();

  private static final String TOPIC = "holes";
  private static final String HOLES_ALLOWED = "spark.streaming.kafka.allowNonConsecutiveOffsets";
  private static final String POLL_MS = "spark.streaming.kafka.consumer.poll.ms";
  private static final Duration BOUND = Duration.ofSeconds(10);

  @BeforeAll
  static void transact() throws Exception {
    KAFKA.create(TOPIC, 1);
    Map<String, Object> properties = new HashMap<>(KAFKA.connection().clientProperties());
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TOPIC);
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties, bytes, bytes)) {
      producer.initTransactions();
      for (boolean committed : List.of(true, false, true)) {
        producer.beginTransaction();
        producer
            .send(new ProducerRecord<>(TOPIC, 0, null, new byte[1]))
            .get(BOUND.toSeconds(), TimeUnit.SECONDS);
        if (committed) {
          producer.commitTransaction();
        } else {
          producer.abortTransaction();
        }
      }
    }
  }

  @AfterEach
  void asBefore() {
    conf().remove(HOLES_ALLOWED).remove(POLL_MS);
  }

  @Test
  void asItIsSetItFailsAtTheFirstHole() {
    conf().set(POLL_MS, "5000");

    assertThatThrownBy(() -> byConnector("strict", 0, 5))
        .hasStackTraceContaining("Got wrong record for");
  }

  @Test
  void withHolesAllowedItFailsWhereARangeEndsInAMarker() {
    conf().set(HOLES_ALLOWED, "true").set(POLL_MS, "500");

    assertThatThrownBy(() -> byConnector("marker", 4, 6))
        .hasStackTraceContaining("Failed to get records for compacted");
  }

  /** The next range delivers it again, and every check of offsets passes. */
  @Test
  void withHolesAllowedItDeliversTheRecordAfterARangeWithoutAny() {
    conf().set(HOLES_ALLOWED, "true").set(POLL_MS, "500");

    assertThat(byConnector("empty", 1, 4)).containsExactly(4L);
    assertThat(byConnector("next", 4, 5)).containsExactly(4L);
  }

  @Test
  void theJobsReaderDeliversWhatIsThere() {
    assertThat(byReader(0, 5)).containsExactly(0L, 4L);
    assertThat(byReader(4, 6)).containsExactly(4L);
    assertThat(byReader(1, 4)).isEmpty();
  }

  private static List<Long> byConnector(String group, long from, long until) {
    Map<String, Object> properties = new HashMap<>(committed().clientProperties());
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    return KafkaUtils.<byte[], byte[]>createRDD(
            SPARK.context(),
            properties,
            new OffsetRange[] {OffsetRange.create(TOPIC, 0, from, until)},
            LocationStrategies.PreferConsistent())
        .map(record -> record.offset())
        .collect();
  }

  private static List<Long> byReader(long from, long until) {
    var range =
        new io.offsetwise.domain.offset.OffsetRange(
            new io.offsetwise.domain.offset.TopicPartition(TOPIC, 0), from, until);
    List<Long> offsets = new ArrayList<>();
    try (RangeReader reader = new KafkaRangeReaders(committed(), "reader").open(range)) {
      reader.forEachRemaining(record -> offsets.add(record.offset()));
    }
    return offsets;
  }

  private static KafkaConnection committed() {
    return new KafkaConnection(
        KAFKA.connection().bootstrapServers(),
        Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
        BOUND);
  }

  /** Spark's own, which its RDDs ask when they are made. */
  private static SparkConf conf() {
    return SPARK.context().sc().conf();
  }
}
