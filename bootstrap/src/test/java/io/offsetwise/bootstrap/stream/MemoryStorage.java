package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.spark.driver.stream.DirectStreamEngine;
import io.offsetwise.adapters.spark.driver.stream.StreamWork;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.fake.FakeCommitStore;
import io.offsetwise.application.fake.FakeDatabase;
import io.offsetwise.application.fake.FakeDatabaseName;
import io.offsetwise.application.fake.FakePositionStore;
import io.offsetwise.application.resume.PositionStore;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.application.save.SplitStoreProvider;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.guarantee.SaveStep;
import io.offsetwise.domain.offset.StreamName;
import java.util.function.Function;

/**
 * A storage that the product does not have: the memory of this JVM, in the place of Kafka's group,
 * whose plans are its plans. One class, and nothing of the product names it.
 */
record MemoryStorage(StreamStores stores) implements SeparateStorage {

  static final StorageFactory FACTORY =
      new StorageFactory(OffsetStorage.KAFKA, MemoryStorage::requireScopeBatch, MemoryStorage::new);

  private static void requireScopeBatch(Settings settings) {
    if (settings.job().scope() != SaveScope.BATCH) {
      throw StopReason.IMPOSSIBLE.because("executors do not share this memory; choose scope batch");
    }
  }

  @Override
  public OffsetStorage kind() {
    return OffsetStorage.KAFKA;
  }

  @Override
  public String place() {
    return "memory";
  }

  @Override
  public PositionStore positions() {
    return new FakePositionStore(database(stores.name()));
  }

  @Override
  public <R> StoreProvider<CommitStore<R>> commits(ResultWriters<R> writers) {
    StreamName stream = stores.name();
    return new SplitStoreProvider<>(
        () -> new Commits(new FakeCommitStore(database(stream), stream)),
        stores.commits(stores.connections().results(), writers));
  }

  @Override
  public <R> StreamEngine engine(StreamWork<R> work) {
    return new DirectStreamEngine<>(work);
  }

  private static FakeDatabase database(StreamName stream) {
    return PerJvm.get(new FakeDatabaseName("offsets of " + stream));
  }

  private record Commits(FakeCommitStore store) implements OffsetCommits {

    @Override
    public CommitDecision commitOffsets(Function<GuardedOffsets, CommitDecision> work) {
      return store.commit(
          Commit.of(SaveStep.OFFSETS), transaction -> work.apply(transaction.offsets()));
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
