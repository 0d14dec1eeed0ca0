package io.offsetwise.bootstrap.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.offsetwise.adapters.spark.checkpoint.CheckpointPositionStore;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.bootstrap.settings.Settings;

/** Binds what keeps results and offsets behind the ports. */
final class StorageModule extends AbstractModule {

  private final Settings settings;
  private final Connections connections;

  StorageModule(Settings settings, Connections connections) {
    this.settings = settings;
    this.connections = connections;
  }

  @Override
  protected void configure() {
    bind(Connections.class).toInstance(connections);
  }

  /** One for the process: it holds the lock of the stream's folder. */
  @Provides
  @Singleton
  CheckpointPositionStore checkpoints() {
    return new CheckpointPositionStore(settings.offsets().checkpointDir());
  }

  @Provides
  @Singleton
  OffsetStore offsets(Provider<CheckpointPositionStore> checkpoints) {
    StreamStores stores = new StreamStores(settings, connections);
    return switch (settings.offsets().storage()) {
      case OWN, KAFKA, KAFKA_ASYNC -> stores.offsets(settings.offsets().storage());
      case CHECKPOINT -> stores.registered(checkpoints.get());
    };
  }
}
