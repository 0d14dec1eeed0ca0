package io.offsetwise.application.control;

import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeStoreFixture;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.domain.offset.StreamName;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The fake store with one part exchanged for a broken one. */
final class BrokenFixture extends FakeStoreFixture {

  private final Function<FakeDatabase, OffsetStore> offsets;
  private final BiFunction<FakeDatabase, StreamName, FakeCommitStore> commits;

  private BrokenFixture(
      Function<FakeDatabase, OffsetStore> offsets,
      BiFunction<FakeDatabase, StreamName, FakeCommitStore> commits) {
    this.offsets = offsets;
    this.commits = commits;
  }

  static BrokenFixture ofCommits(BiFunction<FakeDatabase, StreamName, FakeCommitStore> commits) {
    return new BrokenFixture(FakeOffsetStore::new, commits);
  }

  static BrokenFixture ofOffsets(Function<FakeDatabase, OffsetStore> offsets) {
    return new BrokenFixture(offsets, FakeCommitStore::new);
  }

  @Override
  public OffsetStore offsets() {
    return offsets.apply(database());
  }

  @Override
  public StoreProvider<FakeResult> commits(StreamName stream) {
    return new Provider(this, stream);
  }

  /** Cannot travel: it drags the live store along, as a provider must not. */
  private record Provider(BrokenFixture fixture, StreamName stream)
      implements StoreProvider<FakeResult> {

    @Override
    public CommitStore<FakeResult> open() {
      return fixture.commits.apply(fixture.database(), stream);
    }
  }
}
