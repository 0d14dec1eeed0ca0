package io.offsetwise.bootstrap.stream;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.log.KafkaTopicIdentityProvider;
import io.offsetwise.application.source.SharedTopicIdentityProvider;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.source.TopicIdentityProvider;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.settings.Settings;

/** Binds Kafka and the stores behind the ports. The injector does not leave this class. */
final class OpenStreamModule extends AbstractModule {

  private final Settings settings;
  private final ServicesInUse services;
  private final Progress progress;
  private final Storages storages;

  private OpenStreamModule(
      Settings settings, ServicesInUse services, Progress progress, Storages storages) {
    this.settings = settings;
    this.services = services;
    this.progress = progress;
    this.storages = storages;
  }

  /** Opens the stream over these services. */
  static OpenStream open(
      Settings settings, ServicesInUse services, Progress progress, Storages storages) {
    return Guice.createInjector(new OpenStreamModule(settings, services, progress, storages))
        .getInstance(OpenStream.class);
  }

  @Provides
  @Singleton
  Connections connections() {
    return services.connections();
  }

  @Provides
  KafkaConnection kafka(Connections connections) {
    return connections.kafka();
  }

  @Provides
  @Singleton
  SourceLog log(KafkaConnection kafka) {
    return KafkaSourceLog.open(kafka);
  }

  @Provides
  @Singleton
  TopicIdentityProvider topics(KafkaConnection kafka) {
    return new SharedTopicIdentityProvider(new KafkaTopicIdentityProvider(kafka));
  }

  @Provides
  @Singleton
  StreamStores stores(Connections connections) {
    return new StreamStores(settings, connections, progress::say, storages);
  }

  /** One for the process: it may hold the lock of the stream's folder. */
  @Provides
  @Singleton
  StreamStorage storage(StreamStores stores) {
    return stores.storage();
  }

  @Provides
  @Singleton
  OpenStream stream(
      Connections connections,
      SourceLog log,
      TopicIdentityProvider topics,
      StreamStores stores,
      StreamStorage storage) {
    return new OpenStream(services, settings, connections, log, topics, stores, storage, progress);
  }
}
