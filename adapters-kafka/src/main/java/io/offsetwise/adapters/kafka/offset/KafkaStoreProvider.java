package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.Objects;

/**
 * Opens the offsets' side of a save where it is used; all stores of a group share admin client and
 * producers in a JVM.
 *
 * @param group keeps the offsets
 * @param scope in which the job saves
 * @param <R> the job's results, which are kept elsewhere
 */
public record KafkaStoreProvider<R>(KafkaGroup group, SaveScope scope) implements StoreProvider<R> {

  public KafkaStoreProvider {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(scope, "scope");
  }

  @Override
  public CommitStore<R> open() {
    return new KafkaCommitStore<>(group, scope);
  }
}
