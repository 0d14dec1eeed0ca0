package io.offsetwise.bootstrap.laboratory;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.bootstrap.command.KeyConverter;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;

/** Reads a kind by its key, or all of them; picocli adds up the sets. */
abstract class KindConverter<E extends Enum<E>> implements ITypeConverter<Set<E>> {

  private static final String ALL = "all";

  private final E[] kinds;
  private final Function<E, String> key;

  private KindConverter(E[] kinds, Function<E, String> key) {
    this.kinds = kinds;
    this.key = key;
  }

  @Override
  public Set<E> convert(String text) {
    return text.equals(ALL) ? Set.of(kinds) : Set.of(new KeyConverter<>(kinds, key).convert(text));
  }

  /** Reads databases. */
  static final class OfDatabases extends KindConverter<LocalDatabaseKind> {
    OfDatabases() {
      super(LocalDatabaseKind.values(), LocalDatabaseKind::key);
    }
  }

  /** Reads kinds of topics. */
  static final class OfTopics extends KindConverter<TopicKind> {
    OfTopics() {
      super(TopicKind.values(), TopicKind::key);
    }
  }
}
