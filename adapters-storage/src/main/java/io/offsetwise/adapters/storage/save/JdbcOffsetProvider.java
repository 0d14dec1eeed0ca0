package io.offsetwise.adapters.storage.save;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;

/**
 * Opens the store of the offsets alone where it is used: results are in another database, and this
 * one has no tables of the job.
 *
 * @param stream whose offsets
 * @param settings of the database that holds them
 */
public record JdbcOffsetProvider(StreamName stream, JdbcSettings settings)
    implements StoreProvider<OffsetCommits> {

  public JdbcOffsetProvider {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(settings, "settings");
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} or
   *     {@code IMPOSSIBLE} when the database cannot be used
   */
  @Override
  public OffsetCommits open() {
    return new JdbiOffsetCommits(stream, PerJvm.get(settings));
  }
}
