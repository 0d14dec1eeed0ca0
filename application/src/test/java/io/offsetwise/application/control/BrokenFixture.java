package io.offsetwise.application.control;

import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.fake.FakeAuditedStore;
import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeOffsetStore;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeStoreFixture;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The fake store with parts exchanged for broken ones. */
final class BrokenFixture extends FakeStoreFixture {

  private final Function<FakeDatabase, OffsetStore> offsets;
  private final BiFunction<FakeDatabase, StreamName, FakeCommitStore> commits;
  private final BiFunction<FakeDatabase, StreamName, AuditedStore<Supplier<List<String>>>> audits;

  private BrokenFixture(
      Function<FakeDatabase, OffsetStore> offsets,
      BiFunction<FakeDatabase, StreamName, FakeCommitStore> commits,
      BiFunction<FakeDatabase, StreamName, AuditedStore<Supplier<List<String>>>> audits) {
    this.offsets = offsets;
    this.commits = commits;
    this.audits = audits;
  }

  static BrokenFixture ofCommits(BiFunction<FakeDatabase, StreamName, FakeCommitStore> commits) {
    return of(FakeOffsetStore::new, commits);
  }

  static BrokenFixture ofOffsets(Function<FakeDatabase, OffsetStore> offsets) {
    return of(offsets, FakeCommitStore::new);
  }

  static BrokenFixture of(
      Function<FakeDatabase, OffsetStore> offsets,
      BiFunction<FakeDatabase, StreamName, FakeCommitStore> commits) {
    return new BrokenFixture(offsets, commits, BrokenFixture::rightAudit);
  }

  static BrokenFixture ofAudits(
      BiFunction<FakeDatabase, StreamName, AuditedStore<Supplier<List<String>>>> audits) {
    return new BrokenFixture(FakeOffsetStore::new, FakeCommitStore::new, audits);
  }

  private static AuditedStore<Supplier<List<String>>> rightAudit(
      FakeDatabase database, StreamName stream) {
    return new FakeAuditedStore<>(database, stream, keys -> () -> keys);
  }

  @Override
  public OffsetStore offsets() {
    return offsets.apply(database());
  }

  @Override
  public StoreProvider<CommitStore<FakeResult>> commits(StreamName stream) {
    return new Provider(this, stream);
  }

  @Override
  public AuditedStore<Supplier<List<String>>> audited(StreamName stream) {
    return audits.apply(database(), stream);
  }

  /** Cannot travel: it drags the live store along, as a provider must not. */
  private record Provider(BrokenFixture fixture, StreamName stream)
      implements StoreProvider<CommitStore<FakeResult>> {

    @Override
    public CommitStore<FakeResult> open() {
      return fixture.commits.apply(fixture.database(), stream);
    }
  }
}
