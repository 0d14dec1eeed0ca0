package io.offsetwise.bootstrap.offsets;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.offset.StreamTables;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.administration.StorageOfStream;
import io.offsetwise.application.administration.StoragesOfStream;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.job.Jobs;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.stream.ExistingDatabases;
import io.offsetwise.bootstrap.stream.OpenStream;
import io.offsetwise.bootstrap.stream.Storages;
import io.offsetwise.bootstrap.stream.StreamStores;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;
import java.util.Set;

/**
 * Administers the offsets of a job's stream in this process: the one place where what that needs is
 * opened and closed.
 */
public final class OffsetAdministration {

  private final Settings settings;
  private final Progress progress;
  private final Storages storages;

  /** Administration under the settings that the job runs with. */
  public OffsetAdministration(Settings settings, Progress progress) {
    this(settings, progress, Storages.STANDARD);
  }

  /** The same with other storages than the product's. */
  public OffsetAdministration(Settings settings, Progress progress, Storages storages) {
    this.storages = Objects.requireNonNull(storages, "storages");
    this.settings = ExistingDatabases.of(Objects.requireNonNull(settings, "settings"));
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /**
   * Runs {@code work} that only looks.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     broker, topics or database are not there, {@code SCHEMA_VERSION} when the database is of
   *     another version
   */
  public <T> T looking(Work<T> work) throws InterruptedException {
    try (OpenStream stream = OpenStream.of(settings, progress, storages)) {
      requireUsed(stream.connections().offsets());
      return with(stream, work);
    }
  }

  /**
   * Runs {@code work} that may move positions, in databases that are brought to this version first.
   *
   * @throws io.offsetwise.application.stop.StoppedException as {@link #looking}
   */
  public <T> T moving(Work<T> work) throws InterruptedException {
    try (OpenStream stream = OpenStream.of(settings, progress, storages)) {
      new SchemaMigration(stream.connections().offsets()).migrate(SchemaPart.OFFSETS);
      new SchemaMigration(stream.connections().results()).migrate(SchemaPart.OFFSETS);
      return with(stream, work);
    }
  }

  private <T> T with(OpenStream stream, Work<T> work) throws InterruptedException {
    StoragesOfStream opened = storages(stream.stores());
    try {
      return work.on(
          new OffsetServices(
              opened,
              stream.stores().claims(),
              Set.copyOf(settings.kafka().topics()),
              stream.log(),
              stream.presence()));
    } finally {
      opened.storages().forEach(storage -> storage.offsets().close());
    }
  }

  private StoragesOfStream storages(StreamStores stores) {
    ResultKind results = Jobs.of(settings).resultKind(settings.job().guarantee());
    return new StoragesOfStream(
        settings.job().name(),
        settings.offsets().storage(),
        stores.all().stream()
            .map(
                storage ->
                    new StorageOfStream(
                        storage.kind(),
                        storage.saving(results),
                        storage.offsets(),
                        storage.history()))
            .toList());
  }

  private void requireUsed(JdbcSettings database) {
    StreamName stream = settings.job().name();
    PerJvm.get(database)
        .inTransaction(
            handle -> {
              new StreamTables(handle).require(stream);
              return stream;
            });
  }

  /**
   * Something to do with a stream's offsets.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it; {@code services} may be used during this call only. */
    T on(OffsetServices services) throws InterruptedException;
  }
}
