package io.offsetwise.bootstrap.offsets;

import io.offsetwise.adapters.storage.administration.JdbiOffsetHistory;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.application.administration.StorageOfStream;
import io.offsetwise.application.administration.StoragesOfStream;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.run.Connections;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.history.SaveHistory;
import java.util.List;

/** The one place that knows where a stream can have positions. */
final class KnownStorages {

  private KnownStorages() {}

  static StoragesOfStream of(Settings settings, Connections connections) {
    return new StoragesOfStream(
        settings.job().name(), settings.offsets().storage(), List.of(own(connections)));
  }

  private static StorageOfStream own(Connections connections) {
    JdbcConnections database = PerJvm.get(connections.offsets());
    return new StorageOfStream(
        OffsetStorage.OWN,
        new JdbiOffsetStore(database),
        new JdbiOffsetHistory(database, SaveHistory.KEPT));
  }
}
