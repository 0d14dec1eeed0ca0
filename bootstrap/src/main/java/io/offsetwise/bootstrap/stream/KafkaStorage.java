package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.kafka.offset.KafkaGroup;
import io.offsetwise.adapters.kafka.offset.KafkaOffsetProvider;
import io.offsetwise.adapters.kafka.offset.KafkaPositionStore;
import io.offsetwise.adapters.spark.driver.stream.DirectStreamEngine;
import io.offsetwise.adapters.spark.driver.stream.StreamWork;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.resume.PositionStore;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.SplitStoreProvider;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.OffsetStorage;
import java.util.Set;

/**
 * Kafka's group offsets, which the job commits.
 *
 * @param stores what is the same for all storages
 */
record KafkaStorage(StreamStores stores) implements SeparateStorage {

  @Override
  public OffsetStorage kind() {
    return OffsetStorage.KAFKA;
  }

  @Override
  public String place() {
    return "group " + group().name();
  }

  @Override
  public PositionStore positions() {
    return new KafkaPositionStore(
        stream -> group(), Set.copyOf(stores.settings().kafka().topics()));
  }

  /** The group of the settings. */
  KafkaGroup group() {
    return new KafkaGroup(stores.connections().kafka(), stores.settings().offsets().kafkaGroup());
  }

  @Override
  public <R> StoreProvider<CommitStore<R>> commits(ResultWriters<R> writers) {
    Settings settings = stores.settings();
    return new SplitStoreProvider<>(
        new KafkaOffsetProvider(group(), settings.job().scope()),
        stores.commits(stores.connections().results(), writers));
  }

  @Override
  public <R> StreamEngine engine(StreamWork<R> work) {
    return new DirectStreamEngine<>(work);
  }
}
