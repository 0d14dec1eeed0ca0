package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.SaveTransaction;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.sample.wallet.WalletResult;
import io.offsetwise.domain.guarantee.Commit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Opens the store of a build.
 *
 * @param place of the results, and of the offsets
 * @param build makes the offsets
 * @param fault what happens to it
 * @param spot where
 */
record BuiltStores(ResultPlace place, Build build, Fault fault, Spot spot)
    implements StoreProvider<CommitStore<WalletResult>> {

  @Override
  public CommitStore<WalletResult> open() {
    return new BuiltStore(this, PerJvm.get(place.database()));
  }

  private record BuiltStore(BuiltStores settings, JdbcConnections connections)
      implements CommitStore<WalletResult> {

    @Override
    public CommitDecision commit(
        Commit commit, Function<SaveTransaction<WalletResult>, CommitDecision> work) {
      return connections.commit(transaction -> work.apply(pair(transaction)));
    }

    private SaveTransaction<WalletResult> pair(Handle transaction) {
      ResultPlace place = settings.place();
      Fault fault = settings.fault();
      settings.build().begun(transaction);
      return new SaveTransaction<>(
          settings.build().offsets(transaction, connections, place, fault.pause(settings.spot())),
          place.writers().in(transaction, place.stream()),
          letters -> {});
    }

    @Override
    public void close() {}
  }
}
