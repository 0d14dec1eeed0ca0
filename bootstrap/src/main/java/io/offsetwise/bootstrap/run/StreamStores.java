package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.kafka.offset.KafkaGroup;
import io.offsetwise.adapters.kafka.offset.KafkaPositionStore;
import io.offsetwise.adapters.kafka.offset.KafkaStoreProvider;
import io.offsetwise.adapters.spark.checkpoint.CheckpointPositionStore;
import io.offsetwise.adapters.storage.audit.JdbiAuditedStore;
import io.offsetwise.adapters.storage.audit.ResultViews;
import io.offsetwise.adapters.storage.offset.JdbiClaimRegister;
import io.offsetwise.adapters.storage.offset.JdbiOffsetRegister;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.adapters.storage.save.JdbcStoreProvider;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.audit.RegisteredAuditedStore;
import io.offsetwise.application.audit.SplitAuditedStore;
import io.offsetwise.application.resume.ClaimRegister;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.PositionStore;
import io.offsetwise.application.resume.RegisteredOffsetStore;
import io.offsetwise.application.save.SplitStoreProvider;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.Atomicity;
import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;
import java.util.Set;

/**
 * What the storages of a job's stream are made of: the one place that knows it.
 *
 * @param settings of the job
 * @param connections where its broker and its databases are
 */
public record StreamStores(Settings settings, Connections connections) {

  public StreamStores {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(connections, "connections");
  }

  /** Opens the positions in one storage, whichever the job works with. */
  public OffsetStore offsets(OffsetStorage storage) {
    return switch (storage) {
      case OWN -> new JdbiOffsetStore(PerJvm.get(connections.offsets()));
      case KAFKA, KAFKA_ASYNC ->
          registered(
              new KafkaPositionStore(stream -> group(), Set.copyOf(settings.kafka().topics())));
      case CHECKPOINT ->
          registered(new CheckpointPositionStore(settings.offsets().checkpointDir()));
    };
  }

  /** The positions of a place that keeps nothing else, with the register beside the results. */
  OffsetStore registered(PositionStore positions) {
    return new RegisteredOffsetStore(
        positions, new JdbiOffsetRegister(PerJvm.get(connections.results())));
  }

  /** How the stream was saved, beside the results. */
  public ClaimRegister claims() {
    return new JdbiClaimRegister(PerJvm.get(connections.results()));
  }

  /**
   * How the stream is saved when its offsets are kept in {@code storage}, whichever the job works
   * with.
   *
   * @param kind what the job writes
   */
  public StreamSaving saving(ResultKind kind, OffsetStorage storage) {
    return new StreamSaving(
        new Combination(
            settings.job().guarantee(), settings.job().scope(), storage, kind, atomicity(storage)),
        place(storage));
  }

  private Atomicity atomicity(OffsetStorage storage) {
    return storage == OffsetStorage.OWN
        ? connections.atomicity()
        : Atomicity.withResultsInDatabase(storage);
  }

  private String place(OffsetStorage storage) {
    return switch (storage) {
      case OWN ->
          connections.atomicity() == Atomicity.ONE_TRANSACTION
              ? "the results' database"
              : "database " + connections.offsets().address();
      case KAFKA, KAFKA_ASYNC -> "group " + settings.offsets().kafkaGroup();
      case CHECKPOINT -> "folder " + settings.offsets().checkpointDir();
    };
  }

  /** Opens what the job's saves are made with, wherever results and offsets are kept. */
  public <R> StoreProvider<R> commits(ResultWriters<R> writers) {
    StoreProvider<R> results = new JdbcStoreProvider<>(name(), connections.results(), writers);
    return switch (settings.offsets().storage()) {
      case OWN ->
          connections.atomicity() == Atomicity.ONE_TRANSACTION
              ? results
              : new SplitStoreProvider<>(
                  new JdbcStoreProvider<>(name(), connections.offsets(), writers), results);
      case KAFKA ->
          new SplitStoreProvider<>(
              new KafkaStoreProvider<>(group(), settings.job().scope()), results);
      case KAFKA_ASYNC, CHECKPOINT -> results; // their plans have no commit of offsets
    };
  }

  /** The job's stream under audit, wherever results and offsets are kept. */
  public <R> AuditedStore<R> audited(ResultViews<R> views) {
    AuditedStore<R> results =
        new JdbiAuditedStore<>(name(), PerJvm.get(connections.results()), views);
    return switch (settings.offsets().storage()) {
      case OWN ->
          connections.atomicity() == Atomicity.ONE_TRANSACTION
              ? results
              : new SplitAuditedStore<>(ownOffsets(), results);
      case KAFKA, KAFKA_ASYNC, CHECKPOINT ->
          new RegisteredAuditedStore<>(
              name(), settings.plan(), offsets(settings.offsets().storage()), results);
    };
  }

  /** The database of the offsets has no tables of the job. */
  private AuditedStore<StreamName> ownOffsets() {
    return new JdbiAuditedStore<>(
        name(), PerJvm.get(connections.offsets()), (handle, stream) -> stream);
  }

  private StreamName name() {
    return settings.job().name();
  }

  private KafkaGroup group() {
    return new KafkaGroup(connections.kafka(), settings.offsets().kafkaGroup());
  }
}
