package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.offset.JdbiClaimRegister;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.fake.FakeSaving;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.resume.StreamDefinition;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.local.LocalServices;
import io.offsetwise.bootstrap.local.ServicesLease;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.start.StartRules;
import io.offsetwise.domain.start.StartingPoint;
import java.time.Duration;
import java.util.Set;

/**
 * Broker and database in a process of their own, and a topic without records: only offsets are
 * saved.
 */
record SaveTestbed(
    ServicesLease services, KafkaConnection kafka, JdbcSettings database, SourceLog log)
    implements AutoCloseable {

  private static final Duration KAFKA_BOUND = Duration.ofSeconds(10);

  static SaveTestbed open(LocalServices local) throws InterruptedException {
    ServicesLease services = local.ensureRunning();
    KafkaConnection kafka = KafkaConnection.to(KAFKA_BOUND, services.kafka());
    new SchemaMigration(services.database()).migrate(SchemaPart.OFFSETS);
    try (TopicCreator creator = TopicCreator.open(kafka)) {
      creator.createIfAbsent(Workload.TOPIC, Workload.PARTITIONS);
    }
    return new SaveTestbed(services, kafka, services.database(), KafkaSourceLog.open(kafka));
  }

  /** Claims a stream, whose positions begin at 0. */
  StartedStream start(StreamName stream, OffsetStore offsets) {
    return new StartStream(
            new StreamDefinition(
                stream,
                Set.of(Workload.TOPIC),
                FakeSaving.of(DeliveryGuarantee.AT_LEAST_ONCE),
                new StartingPoint.Earliest(),
                StartRules.STRICT),
            offsets,
            new JdbiClaimRegister(PerJvm.get(database)),
            log)
        .start();
  }

  @Override
  public void close() {
    log.close();
    services.close();
  }
}
