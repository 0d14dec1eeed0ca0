package io.offsetwise.bootstrap.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.spark.driver.DirectStreamSettings;
import io.offsetwise.adapters.spark.driver.SparkRuntime;
import io.offsetwise.adapters.spark.driver.SparkSettings;
import io.offsetwise.application.source.TopicIdentityProvider;
import io.offsetwise.bootstrap.settings.Settings;

/** Binds Spark and what every save of the product is made with. */
final class SparkModule extends AbstractModule {

  private final Settings settings;
  private final SaveCollaborators collaborators;

  SparkModule(Settings settings, SaveCollaborators collaborators) {
    this.settings = settings;
    this.collaborators = collaborators;
  }

  @Provides
  @Singleton
  SparkRuntime spark() {
    SparkSettings spark =
        new SparkSettings(
            settings.job().name().value(),
            settings.spark().properties(),
            settings.kafka().maxRatePerPartition());
    return SparkRuntime.start(spark, settings.job().guarantee());
  }

  @Provides
  @Singleton
  StreamEngines engines(
      SparkRuntime spark, KafkaConnection connection, TopicIdentityProvider topics) {
    DirectStreamSettings direct =
        new DirectStreamSettings(
            settings.job().batchInterval(),
            connection.clientProperties(),
            settings.stop().timeout());
    return new StreamEngines(spark, direct, settings.job().scope(), topics, collaborators);
  }
}
