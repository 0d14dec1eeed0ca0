package io.offsetwise.adapters.storage.save;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;

/**
 * Opens the store where it is used; all stores of equal settings share their connections in a JVM.
 *
 * @param stream whose offsets and results
 * @param settings of the database that holds both
 * @param writers write the job's results
 * @param <R> the job's results
 */
public record JdbcStoreProvider<R>(
    StreamName stream, JdbcSettings settings, ResultWriters<R> writers)
    implements StoreProvider<CommitStore<R>> {

  public JdbcStoreProvider {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(writers, "writers");
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} or
   *     {@code IMPOSSIBLE} when the database cannot be used
   */
  @Override
  public CommitStore<R> open() {
    return new JdbiCommitStore<>(stream, PerJvm.get(settings), writers);
  }
}
