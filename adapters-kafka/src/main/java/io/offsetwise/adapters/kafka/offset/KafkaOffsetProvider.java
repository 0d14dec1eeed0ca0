package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.application.save.OffsetCommits;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.Objects;

/**
 * Opens the offsets' side of a save where it is used; all stores of a group share admin client and
 * producers in a JVM.
 *
 * @param group keeps the offsets
 * @param scope in which the job saves
 */
public record KafkaOffsetProvider(KafkaGroup group, SaveScope scope)
    implements StoreProvider<OffsetCommits> {

  public KafkaOffsetProvider {
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(scope, "scope");
  }

  @Override
  public OffsetCommits open() {
    return new KafkaOffsetCommits(group, scope);
  }
}
