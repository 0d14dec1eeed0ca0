package io.offsetwise.bootstrap.offsets;

import io.offsetwise.adapters.storage.administration.JdbiOffsetHistory;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.application.administration.StorageOfStream;
import io.offsetwise.application.administration.StoragesOfStream;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.run.Connections;
import io.offsetwise.bootstrap.run.Jobs;
import io.offsetwise.bootstrap.run.StreamStores;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.history.SaveHistory;
import java.util.Arrays;

/**
 * The storages that a stream can have positions in.
 *
 * @param settings of its job
 * @param connections where its broker and its databases are
 */
record KnownStorages(Settings settings, Connections connections) {

  StoragesOfStream all() {
    return new StoragesOfStream(
        settings.job().name(),
        settings.offsets().storage(),
        Arrays.stream(OffsetStorage.values()).map(this::storage).toList());
  }

  private StorageOfStream storage(OffsetStorage storage) {
    StreamStores stores = new StreamStores(settings, connections);
    return new StorageOfStream(
        storage,
        stores.saving(Jobs.of(settings).resultKind(settings.job().guarantee()), storage),
        stores.offsets(storage),
        history(storage));
  }

  /** Starts, gaps and resets are on record under every storage, saves in the own store alone. */
  private JdbiOffsetHistory history(OffsetStorage storage) {
    return switch (storage) {
      case OWN -> history(connections.offsets(), SaveHistory.KEPT);
      case KAFKA, KAFKA_ASYNC, CHECKPOINT -> history(connections.results(), SaveHistory.NOT_KEPT);
    };
  }

  private static JdbiOffsetHistory history(JdbcSettings database, SaveHistory saves) {
    return new JdbiOffsetHistory(PerJvm.get(database), saves);
  }
}
