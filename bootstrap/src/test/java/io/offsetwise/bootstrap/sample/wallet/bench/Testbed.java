package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.spark.driver.runtime.SparkApplicationSettings;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.offset.JdbiClaimRegister;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.fake.FakeSaving;
import io.offsetwise.application.resume.StartStream;
import io.offsetwise.application.resume.StreamDefinition;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.local.LocalServices;
import io.offsetwise.bootstrap.local.ServicesLease;
import io.offsetwise.bootstrap.sample.wallet.PaymentGenerator;
import io.offsetwise.bootstrap.sample.wallet.WalletJob;
import io.offsetwise.bootstrap.sample.wallet.WalletTopics;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all contestants share: broker and database in a process of their own, the topic, and the one
 * Spark of this JVM.
 *
 * @param topic what is read
 * @param batchInterval of all streams
 */
record Testbed(
    ServicesLease services,
    KafkaConnection kafka,
    JdbcSettings database,
    SourceLog log,
    SparkRuntime spark,
    String topic,
    Duration batchInterval)
    implements AutoCloseable {

  static final DeliveryGuarantee GUARANTEE = DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE;

  /** So short that a batch is always waiting while another one is processed. */
  private static final Duration SHORT = Duration.ofMillis(20);

  /** So many that the partitions come out nearly equal in size. */
  private static final int WALLETS = 1_000;

  private static final long SEED = 1;
  private static final Duration KAFKA_BOUND = Duration.ofSeconds(30);

  /** Starts everything and feeds the topic. */
  static Testbed open(Workload workload, LocalServices local) throws InterruptedException {
    Testbed testbed =
        empty(workload.recordsPerTransaction(), SHORT, local)
            .on(Workload.TOPIC, Workload.PARTITIONS);
    testbed.feed(workload.payments());
    return testbed;
  }

  /**
   * Starts everything; there is no topic yet.
   *
   * @param recordsPerTransaction most records that a batch holds of a partition
   */
  static Testbed empty(int recordsPerTransaction, Duration batchInterval, LocalServices local)
      throws InterruptedException {
    ServicesLease services = local.ensureRunning();
    KafkaConnection kafka = KafkaConnection.to(KAFKA_BOUND, services.kafka());
    JdbcSettings database = services.database();
    new SchemaMigration(database).migrate(SchemaPart.OFFSETS, new WalletJob().schema());
    return new Testbed(
        services,
        kafka,
        database,
        KafkaSourceLog.open(kafka),
        spark(recordsPerTransaction, batchInterval),
        Workload.TOPIC,
        batchInterval);
  }

  /** The same with another topic, which is made if it is not there. */
  Testbed on(String other, int partitions) {
    try (TopicCreator creator = TopicCreator.open(kafka)) {
      creator.createIfAbsent(other, partitions);
    }
    return new Testbed(services, kafka, database, log, spark, other, batchInterval);
  }

  /** Feeds the topic until it holds so many payments. */
  void feed(long payments) {
    new WalletTopics(kafka, log, List.of(topic), new PaymentGenerator(SEED, WALLETS))
        .feedUpTo(payments, () -> false, done -> {});
  }

  private static SparkRuntime spark(int recordsPerTransaction, Duration batchInterval) {
    long batchesPerSecond = Duration.ofSeconds(1).dividedBy(batchInterval);
    return SparkRuntime.start(
        new SparkApplicationSettings(
            "benchmark",
            Map.of("spark.master", "local[" + Workload.THREADS + "]"),
            recordsPerTransaction * batchesPerSecond),
        GUARANTEE);
  }

  /** Claims a stream of the topic and sets its positions to the topic's beginning. */
  StartStream start(StreamName stream, DeliveryGuarantee guarantee) {
    StreamDefinition definition =
        new StreamDefinition(
            stream,
            Set.of(topic),
            FakeSaving.of(guarantee),
            new StartingPoint.Earliest(),
            StartRules.STRICT);
    return new StartStream(
        definition,
        new JdbiOffsetStore(PerJvm.get(database)),
        new JdbiClaimRegister(PerJvm.get(database)),
        log);
  }

  @Override
  public void close() {
    try (services;
        log) {
      spark.close();
      closeConnections();
    }
  }

  private void closeConnections() {
    SaveByHand.closePool(database);
    try {
      PerJvm.close(database);
    } catch (Exception failure) {
      throw new IllegalStateException("the connections cannot be closed", failure);
    }
  }
}
