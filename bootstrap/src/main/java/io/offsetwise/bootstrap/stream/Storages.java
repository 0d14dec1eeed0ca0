package io.offsetwise.bootstrap.stream;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.guarantee.OffsetStorage;
import java.util.List;

/**
 * The places for offsets that there are.
 *
 * @param factories one for each, in the order in which they are shown
 */
public record Storages(List<StorageFactory> factories) {

  /** The product's: the one list. */
  public static final Storages STANDARD =
      new Storages(
          List.of(
              new StorageFactory(OffsetStorage.OWN, OwnStorage::new),
              new StorageFactory(OffsetStorage.KAFKA, KafkaStorage::new),
              new StorageFactory(OffsetStorage.KAFKA_ASYNC, KafkaAsyncStorage::new),
              new StorageFactory(
                  OffsetStorage.CHECKPOINT,
                  CheckpointStorage::requireNoSecrets,
                  CheckpointStorage::new)));

  public Storages {
    factories = List.copyOf(factories);
  }

  /**
   * The one of this kind.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE} when
   *     there is none
   */
  StorageFactory of(OffsetStorage kind) {
    return factories.stream()
        .filter(factory -> factory.kind() == kind)
        .findFirst()
        .orElseThrow(
            () ->
                StopReason.IMPOSSIBLE.because(
                    "offsets.storage = %s: there is no such storage here; choose one of %s",
                    kind.key(), factories.stream().map(factory -> factory.kind().key()).toList()));
  }
}
