package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.application.source.TopicIdentityProvider;
import io.offsetwise.domain.offset.TopicId;
import java.util.Objects;

/**
 * Opens the topics' identity where a save runs, on driver or executor. One admin client serves the
 * whole JVM; closing what {@link #open} gives closes nothing that is shared.
 *
 * @param connection how to reach Kafka
 */
public record KafkaTopicIdentityProvider(KafkaConnection connection)
    implements TopicIdentityProvider {

  public KafkaTopicIdentityProvider {
    Objects.requireNonNull(connection, "connection");
  }

  @Override
  public TopicIdentity open() {
    return new Lease(new TopicCatalog(PerJvm.get(new SharedAdmin(connection))));
  }

  private record Lease(TopicCatalog catalog) implements TopicIdentity {

    @Override
    public TopicId idOf(String topic) {
      return catalog.idOf(topic);
    }

    @Override
    public void close() {
      // the client belongs to the JVM
    }
  }
}
