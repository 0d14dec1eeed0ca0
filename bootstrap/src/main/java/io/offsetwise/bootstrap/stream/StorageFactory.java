package io.offsetwise.bootstrap.stream;

import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.OffsetStorage;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A storage before a stream is opened, when nobody knows yet where broker and databases are.
 *
 * @param kind its value of {@code offsets.storage}
 * @param precondition refuses settings under which the storage cannot keep its promise, by a {@link
 *     io.offsetwise.application.stop.StoppedException} with reason {@code IMPOSSIBLE}
 * @param maker makes the storage of one stream; opens nothing
 */
public record StorageFactory(
    OffsetStorage kind,
    Consumer<Settings> precondition,
    Function<StreamStores, StreamStorage> maker) {

  public StorageFactory {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(precondition, "precondition");
    Objects.requireNonNull(maker, "maker");
  }

  /** One that asks nothing of the settings. */
  public StorageFactory(OffsetStorage kind, Function<StreamStores, StreamStorage> maker) {
    this(kind, settings -> {}, maker);
  }

  /**
   * Looks at settings alone.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE}
   */
  void requireAllowed(Settings settings) {
    precondition.accept(settings);
  }

  /** The storage of one stream; nothing is opened yet. */
  StreamStorage of(StreamStores stores) {
    return maker.apply(stores);
  }
}
