package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.spark.checkpoint.CheckpointPositionStore;
import io.offsetwise.adapters.spark.checkpoint.CheckpointSecrets;
import io.offsetwise.adapters.spark.driver.checkpointed.CheckpointUse;
import io.offsetwise.adapters.spark.driver.checkpointed.CheckpointedStreamEngine;
import io.offsetwise.adapters.spark.driver.stream.StreamWork;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.bootstrap.process.ThisProgram;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.OffsetStorage;

/**
 * Spark's checkpoint. The positions that a claim has locked are those that the engine writes.
 *
 * @param stores what is the same for all storages
 * @param positions of all streams
 */
record CheckpointStorage(StreamStores stores, CheckpointPositionStore positions)
    implements SeparateStorage {

  /** Touches nothing until the stream is claimed. */
  CheckpointStorage(StreamStores stores) {
    this(stores, new CheckpointPositionStore(stores.settings().offsets().checkpointDir()));
  }

  /**
   * Spark writes its configuration into every file of a checkpoint.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE} when the
   *     settings hold a secret
   */
  static void requireNoSecrets(Settings settings) {
    CheckpointSecrets.requireNone(settings.spark().properties());
  }

  @Override
  public OffsetStorage kind() {
    return OffsetStorage.CHECKPOINT;
  }

  @Override
  public String place() {
    return "folder " + stores.settings().offsets().checkpointDir();
  }

  /** Its plans have no commit of offsets. */
  @Override
  public <R> StoreProvider<CommitStore<R>> commits(ResultWriters<R> writers) {
    return stores.commits(stores.connections().results(), writers);
  }

  @Override
  public <R> StreamEngine engine(StreamWork<R> work) {
    return new CheckpointedStreamEngine<>(
        work,
        new CheckpointUse(positions.folder(stores.name()), ThisProgram.version(), stores.teller()));
  }
}
