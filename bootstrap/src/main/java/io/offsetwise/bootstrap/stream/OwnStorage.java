package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.spark.driver.stream.DirectStreamEngine;
import io.offsetwise.adapters.spark.driver.stream.StreamWork;
import io.offsetwise.adapters.storage.audit.ResultViews;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.adapters.storage.save.JdbcOffsetProvider;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.administration.OffsetHistory;
import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.audit.SplitAuditedStore;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.SplitStoreProvider;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.guarantee.Atomicity;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.history.SaveHistory;
import io.offsetwise.domain.offset.StreamName;

/**
 * The job's own data store: the results' database, or another one.
 *
 * @param stores what is the same for all storages
 */
record OwnStorage(StreamStores stores) implements StreamStorage {

  @Override
  public OffsetStorage kind() {
    return OffsetStorage.OWN;
  }

  @Override
  public StreamSaving saving(ResultKind results) {
    String place =
        isOneDatabase()
            ? "the results' database"
            : "database " + stores.connections().offsets().address();
    return stores.saving(kind(), results, stores.connections().atomicity(), place);
  }

  @Override
  public OffsetStore offsets() {
    return new JdbiOffsetStore(PerJvm.get(stores.connections().offsets()));
  }

  @Override
  public OffsetHistory history() {
    return StreamStores.history(stores.connections().offsets(), SaveHistory.KEPT);
  }

  @Override
  public <R> StoreProvider<CommitStore<R>> commits(ResultWriters<R> writers) {
    StoreProvider<CommitStore<R>> results = stores.commits(stores.connections().results(), writers);
    return isOneDatabase()
        ? results
        : new SplitStoreProvider<>(
            new JdbcOffsetProvider(stores.name(), stores.connections().offsets()), results);
  }

  @Override
  public <R> AuditedStore<R> audited(ResultViews<R> views) {
    AuditedStore<R> results = stores.audited(stores.connections().results(), views);
    return isOneDatabase() ? results : new SplitAuditedStore<>(offsetsAlone(), results);
  }

  /** The database of the offsets has no tables of the job. */
  private AuditedStore<StreamName> offsetsAlone() {
    return stores.audited(stores.connections().offsets(), (handle, stream) -> stream);
  }

  private boolean isOneDatabase() {
    return stores.connections().atomicity() == Atomicity.ONE_TRANSACTION;
  }

  @Override
  public <R> StreamEngine engine(StreamWork<R> work) {
    return new DirectStreamEngine<>(work);
  }
}
