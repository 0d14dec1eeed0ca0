package io.offsetwise.bootstrap.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.bootstrap.settings.Settings;

/** Binds what keeps results and offsets behind the ports. */
final class StorageModule extends AbstractModule {

  private final Settings settings;
  private final Connections connections;
  private final Progress progress;

  StorageModule(Settings settings, Connections connections, Progress progress) {
    this.settings = settings;
    this.connections = connections;
    this.progress = progress;
  }

  @Override
  protected void configure() {
    bind(Connections.class).toInstance(connections);
  }

  @Provides
  StreamStores stores() {
    return new StreamStores(settings, connections, progress::say);
  }

  /** One for the process: it may hold the lock of the stream's folder. */
  @Provides
  @Singleton
  StreamStorage storage(StreamStores stores) {
    return stores.storage();
  }

  @Provides
  @Singleton
  OffsetStore offsets(StreamStorage storage) {
    return storage.offsets();
  }
}
