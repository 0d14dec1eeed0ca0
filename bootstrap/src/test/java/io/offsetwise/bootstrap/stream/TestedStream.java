package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.log.KafkaTopicIdentityProvider;
import io.offsetwise.adapters.kafka.read.KafkaRangeReaders;
import io.offsetwise.adapters.spark.driver.batch.StreamJob;
import io.offsetwise.adapters.spark.driver.stream.DirectStreamEngine;
import io.offsetwise.adapters.spark.driver.stream.DirectStreamSettings;
import io.offsetwise.adapters.spark.driver.stream.StreamWork;
import io.offsetwise.application.fake.FakeClaimRegister;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeDatabaseName;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeSaving;
import io.offsetwise.application.fake.FakeStoreProvider;
import io.offsetwise.application.resume.StartStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.resume.StreamDefinition;
import io.offsetwise.application.save.Defences;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;

/** A stream over a real broker and Spark, with a store in memory that nobody else uses. */
public final class TestedStream implements AutoCloseable {

  static final Duration INTERVAL = Duration.ofMillis(200);

  private final StreamName name = new StreamName("tested");
  private final FakeDatabaseName database = FakeDatabaseName.fresh();
  private final KafkaConnection connection;
  private final KafkaSourceLog log;
  private final StreamDefinition definition;

  public TestedStream(KafkaConnection connection, DeliveryGuarantee guarantee, String... topics) {
    this(connection, guarantee, new StartingPoint.Earliest(), topics);
  }

  /** A stream that begins at {@code first}. */
  public TestedStream(
      KafkaConnection connection,
      DeliveryGuarantee guarantee,
      StartingPoint first,
      String... topics) {
    this.connection = connection;
    this.log = KafkaSourceLog.open(connection);
    this.definition =
        new StreamDefinition(
            name, Set.of(topics), FakeSaving.of(guarantee), first, StartRules.STRICT);
  }

  public StreamEngine engine(JavaSparkContext spark, StreamJob<FakeResult> job, SaveScope scope) {
    return engine(spark, job, scope, new StandardDefences());
  }

  /** An engine whose saves are checked by {@code defences}. */
  public StreamEngine engine(
      JavaSparkContext spark, StreamJob<FakeResult> job, SaveScope scope, Defences defences) {
    return new DirectStreamEngine<>(
        new StreamWork<>(
            spark,
            new DirectStreamSettings(
                INTERVAL, connection.clientProperties(), Duration.ofSeconds(10)),
            job,
            scope,
            RetryBound.ONCE,
            name -> new KafkaRangeReaders(connection, name),
            stream -> saver(stream, defences)));
  }

  public StartStream start() {
    return new StartStream(
        definition, new FakeOffsetStore(database()), new FakeClaimRegister(database()), log);
  }

  KafkaSourceLog log() {
    return log;
  }

  /** Next offset to read, as stored. */
  public Map<TopicPartition, Long> positions() {
    return new FakeOffsetStore(database())
        .positions(name).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().nextOffset()));
  }

  /** The stored results, repeats included. */
  public List<String> results() {
    return database().results();
  }

  /** The results of the first {@code count} records of a partition. */
  public static List<String> resultsOf(String topic, int partition, long count) {
    return LongStream.range(0, count)
        .mapToObj(offset -> FakeResult.keyOf(topic, partition, offset))
        .toList();
  }

  @Override
  public void close() {
    log.close();
  }

  private Saver<FakeResult> saver(StartedStream stream, Defences defences) {
    return new Saver<>(
        stream.context(),
        new FakeStoreProvider(database, name),
        new KafkaTopicIdentityProvider(connection),
        defences,
        FailurePoints.NONE);
  }

  private FakeDatabase database() {
    return PerJvm.get(database);
  }
}
