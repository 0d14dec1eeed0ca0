package io.offsetwise.bootstrap.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.offsetwise.adapters.spark.checkpoint.CheckpointPositionStore;
import io.offsetwise.adapters.storage.offset.JdbiOffsetRegister;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.RegisteredOffsetStore;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.settings.OffsetsSettings;

/** Binds what keeps results and offsets behind the ports. */
final class StorageModule extends AbstractModule {

  private final Connections connections;
  private final OffsetsSettings settings;

  StorageModule(Connections connections, OffsetsSettings settings) {
    this.connections = connections;
    this.settings = settings;
  }

  @Override
  protected void configure() {
    bind(Connections.class).toInstance(connections);
  }

  /** One for the process: it holds the lock of the stream's folder. */
  @Provides
  @Singleton
  CheckpointPositionStore checkpoints() {
    return new CheckpointPositionStore(settings.checkpointDir());
  }

  @Provides
  @Singleton
  OffsetStore offsets(Provider<CheckpointPositionStore> checkpoints) {
    return switch (settings.storage()) {
      case OWN -> new JdbiOffsetStore(PerJvm.get(connections.offsets()));
      case CHECKPOINT ->
          new RegisteredOffsetStore(
              checkpoints.get(), new JdbiOffsetRegister(PerJvm.get(connections.results())));
      case KAFKA -> throw new IllegalStateException("refused before: " + settings.storage());
    };
  }
}
