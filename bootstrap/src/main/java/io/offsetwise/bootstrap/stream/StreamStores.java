package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.storage.administration.JdbiOffsetHistory;
import io.offsetwise.adapters.storage.audit.JdbiAuditedStore;
import io.offsetwise.adapters.storage.audit.ResultViews;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.offset.JdbiClaimRegister;
import io.offsetwise.adapters.storage.save.JdbcStoreProvider;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.administration.OffsetHistory;
import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.resume.ClaimRegister;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.Atomicity;
import io.offsetwise.domain.guarantee.Combination;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.StreamSaving;
import io.offsetwise.domain.history.SaveHistory;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The storages that a job's stream may have positions in, and what is the same for all of them.
 *
 * @param settings of the job
 * @param connections where its broker and its databases are
 * @param teller is told what a person is to know while the stream starts
 * @param storages which ones there are
 */
public record StreamStores(
    Settings settings, Connections connections, Consumer<String> teller, Storages storages) {

  public StreamStores {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(connections, "connections");
    Objects.requireNonNull(teller, "teller");
    Objects.requireNonNull(storages, "storages");
  }

  /** The product's storages, where nobody is told anything. */
  public StreamStores(Settings settings, Connections connections) {
    this(settings, connections, said -> {}, Storages.STANDARD);
  }

  /** The same over other connections. */
  StreamStores over(Connections others) {
    return new StreamStores(settings, others, teller, storages);
  }

  /** All of them; nothing is opened yet. */
  public List<StreamStorage> all() {
    return storages.factories().stream().map(factory -> factory.of(this)).toList();
  }

  /** The one that the settings name. */
  public StreamStorage storage() {
    return storage(settings.offsets().storage());
  }

  /** The one of this kind, whichever the job works with. */
  public StreamStorage storage(OffsetStorage kind) {
    return storages.of(kind).of(this);
  }

  /** How the stream was saved, beside the results. */
  public ClaimRegister claims() {
    return new JdbiClaimRegister(PerJvm.get(connections.results()));
  }

  StreamName name() {
    return settings.job().name();
  }

  StreamSaving saving(OffsetStorage kind, ResultKind results, Atomicity atomicity, String place) {
    return new StreamSaving(
        new Combination(
            settings.job().guarantee(), settings.job().scope(), kind, results, atomicity),
        place);
  }

  <R> StoreProvider<CommitStore<R>> commits(JdbcSettings database, ResultWriters<R> writers) {
    return new JdbcStoreProvider<>(name(), database, writers);
  }

  <R> AuditedStore<R> audited(JdbcSettings database, ResultViews<R> views) {
    return new JdbiAuditedStore<>(name(), PerJvm.get(database), views);
  }

  static OffsetHistory history(JdbcSettings database, SaveHistory saves) {
    return new JdbiOffsetHistory(PerJvm.get(database), saves);
  }
}
