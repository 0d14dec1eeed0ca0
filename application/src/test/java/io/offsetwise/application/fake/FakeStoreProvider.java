package io.offsetwise.application.fake;

import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.offset.StreamName;

/**
 * Opens commits to a database in memory that is found by its name.
 *
 * @param database the database's name
 * @param stream the stream
 */
public record FakeStoreProvider(FakeDatabaseName database, StreamName stream)
    implements StoreProvider<CommitStore<FakeResult>> {

  @Override
  public CommitStore<FakeResult> open() {
    return new FakeCommitStore(PerJvm.get(database), stream);
  }
}
