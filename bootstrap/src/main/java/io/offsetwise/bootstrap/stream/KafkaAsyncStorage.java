package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.kafka.offset.ClaimedOffsets;
import io.offsetwise.adapters.kafka.offset.KafkaGroup;
import io.offsetwise.adapters.spark.driver.async.AsyncCommitEngine;
import io.offsetwise.adapters.spark.driver.async.CommitGroup;
import io.offsetwise.adapters.spark.driver.stream.StreamWork;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.resume.PositionStore;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.domain.guarantee.OffsetStorage;

/**
 * The same group offsets, which the connector commits.
 *
 * @param stores what is the same for all storages
 */
record KafkaAsyncStorage(StreamStores stores) implements SeparateStorage {

  @Override
  public OffsetStorage kind() {
    return OffsetStorage.KAFKA_ASYNC;
  }

  @Override
  public String place() {
    return new KafkaStorage(stores).place();
  }

  @Override
  public PositionStore positions() {
    return new KafkaStorage(stores).positions();
  }

  /** Its plans have no commit of offsets. */
  @Override
  public <R> StoreProvider<CommitStore<R>> commits(ResultWriters<R> writers) {
    return stores.commits(stores.connections().results(), writers);
  }

  @Override
  public <R> StreamEngine engine(StreamWork<R> work) {
    KafkaGroup group = new KafkaStorage(stores).group();
    return new AsyncCommitEngine<>(
        work,
        new CommitGroup(
            group.name(),
            stream -> new ConnectorClaim(ClaimedOffsets.ofNewestClaim(group, stream.context()))));
  }
}
