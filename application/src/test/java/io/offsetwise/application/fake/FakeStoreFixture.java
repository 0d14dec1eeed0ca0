package io.offsetwise.application.fake;

import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.contract.StoreFixture;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import java.util.List;
import java.util.function.Supplier;

/** The fake store under the contracts. Subclasses put something broken in its place. */
public class FakeStoreFixture implements StoreFixture<FakeResult> {

  private final FakeDatabaseName name = FakeDatabaseName.fresh();

  @Override
  public OffsetStore offsets() {
    return new FakeOffsetStore(database());
  }

  @Override
  public StoreProvider<CommitStore<FakeResult>> commits(StreamName stream) {
    return new FakeStoreProvider(name, stream);
  }

  @Override
  public final FakeResult result(String key) {
    return new FakeResult(key);
  }

  @Override
  public final List<String> durableResults() {
    return database().results();
  }

  @Override
  public final List<SavedRange> history(StreamName stream) {
    return database().history(stream);
  }

  @Override
  public final List<AcceptedGap> gaps(StreamName stream) {
    return database().gaps(stream);
  }

  @Override
  public final List<PositionReset> resets(StreamName stream) {
    return database().resets(stream);
  }

  @Override
  public final List<StoredPosition> starts(StreamName stream) {
    return database().starts(stream);
  }

  @Override
  public AuditedStore<Supplier<List<String>>> audited(StreamName stream) {
    return new FakeAuditedStore<>(database(), stream, keys -> () -> keys);
  }

  @Override
  public final void close() {
    try {
      PerJvm.close(name);
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The database under test. */
  protected final FakeDatabase database() {
    return PerJvm.get(name);
  }
}
