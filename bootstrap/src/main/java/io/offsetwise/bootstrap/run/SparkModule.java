package io.offsetwise.bootstrap.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.adapters.spark.driver.stream.DirectStreamSettings;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.stream.OpenStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Binds Spark and what every save of the product is made with. */
final class SparkModule extends AbstractModule {

  private final OpenStream stream;
  private final Settings settings;
  private final SparkStart start;
  private final SaveCollaborators collaborators;

  SparkModule(OpenStream stream, SparkStart start, SaveCollaborators collaborators) {
    this.stream = stream;
    this.start = start;
    this.settings = stream.settings();
    this.collaborators = collaborators;
  }

  @Provides
  @Singleton
  SparkRuntime spark() {
    return start.spark();
  }

  @Provides
  @Singleton
  StreamEngines engines(SparkRuntime spark) {
    DirectStreamSettings direct =
        new DirectStreamSettings(
            settings.job().batchInterval(),
            stream
                .connections()
                .kafka()
                .clientProperties(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG),
            settings.stop().timeout());
    return new StreamEngines(
        spark,
        direct,
        settings.job().scope(),
        settings.job().retry(),
        stream.connections().kafka(),
        stream.topics(),
        collaborators,
        settings.job().poison(),
        stream.storage());
  }
}
