package io.offsetwise.bootstrap.run;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.shared.PerJvm;

/** Binds the database behind the ports. */
final class StorageModule extends AbstractModule {

  private final Connections connections;

  StorageModule(Connections connections) {
    this.connections = connections;
  }

  @Override
  protected void configure() {
    bind(Connections.class).toInstance(connections);
  }

  @Provides
  @Singleton
  OffsetStore offsets() {
    return new JdbiOffsetStore(PerJvm.get(connections.offsets()));
  }
}
