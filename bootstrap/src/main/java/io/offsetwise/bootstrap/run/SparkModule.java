package io.offsetwise.bootstrap.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.offset.ClaimedOffsets;
import io.offsetwise.adapters.kafka.offset.KafkaGroup;
import io.offsetwise.adapters.spark.checkpoint.CheckpointPositionStore;
import io.offsetwise.adapters.spark.driver.CheckpointUse;
import io.offsetwise.adapters.spark.driver.CommitGroup;
import io.offsetwise.adapters.spark.driver.DirectStreamSettings;
import io.offsetwise.adapters.spark.driver.SparkApplicationSettings;
import io.offsetwise.adapters.spark.driver.SparkRuntime;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.source.TopicIdentityProvider;
import io.offsetwise.bootstrap.process.ThisProgram;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Binds Spark and what every save of the product is made with. */
final class SparkModule extends AbstractModule {

  private final Settings settings;
  private final SaveCollaborators collaborators;
  private final Progress progress;

  SparkModule(Settings settings, SaveCollaborators collaborators, Progress progress) {
    this.settings = settings;
    this.collaborators = collaborators;
    this.progress = progress;
  }

  @Provides
  @Singleton
  SparkRuntime spark(SourceLog log) {
    int partitions = log.partitions(Set.copyOf(settings.kafka().topics())).size();
    SparkApplicationSettings spark =
        new SparkApplicationSettings(
            settings.job().name().value(),
            settings.spark().properties(),
            settings.kafka().maxRatePerPartition(),
            settings.kafka().timeout());
    return SparkRuntime.start(spark.forPartitions(partitions), settings.job().guarantee());
  }

  @Provides
  @Singleton
  StreamEngines engines(
      SparkRuntime spark,
      KafkaConnection connection,
      TopicIdentityProvider topics,
      Provider<CheckpointPositionStore> checkpoints) {
    DirectStreamSettings direct =
        new DirectStreamSettings(
            settings.job().batchInterval(),
            connection.clientProperties(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG),
            settings.stop().timeout());
    return new StreamEngines(
        spark,
        direct,
        settings.job().scope(),
        topics,
        collaborators,
        settings.job().poison(),
        keeper(connection, checkpoints));
  }

  private OffsetKeeper keeper(
      KafkaConnection connection, Provider<CheckpointPositionStore> checkpoints) {
    return switch (settings.offsets().storage()) {
      case OWN, KAFKA -> new OffsetKeeper.Job();
      case KAFKA_ASYNC -> new OffsetKeeper.Connector(commitGroup(connection));
      case CHECKPOINT ->
          new OffsetKeeper.Checkpoint(
              new CheckpointUse(
                  checkpoints.get().folder(settings.job().name()),
                  ThisProgram.version(),
                  progress::say));
    };
  }

  private CommitGroup commitGroup(KafkaConnection connection) {
    KafkaGroup group = new KafkaGroup(connection, settings.offsets().kafkaGroup());
    return new CommitGroup(
        group.name(),
        stream -> new ConnectorClaim(ClaimedOffsets.ofNewestClaim(group, stream.context())));
  }
}
