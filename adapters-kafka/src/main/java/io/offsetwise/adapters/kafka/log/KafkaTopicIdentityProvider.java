package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.application.source.TopicIdentityProvider;
import io.offsetwise.domain.offset.TopicId;
import java.util.Objects;

/**
 * Opens the topics' identity where a save runs, on driver or executor. All brokers are asked,
 * because what one of them says proves nothing about what was read from another. One connection to
 * each of them serves the whole JVM; closing what {@link #open} gives closes nothing that is
 * shared.
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
    return new Lease(
        new AgreedTopicIds(PerJvm.get(new SharedBrokers(connection)), connection),
        new TopicCatalog(PerJvm.get(new SharedAdmin(connection))));
  }

  private record Lease(AgreedTopicIds ids, TopicCatalog catalog) implements TopicIdentity {

    @Override
    public TopicId idOf(String topic) {
      return ids.of(topic).orElseThrow(() -> catalog.absent(topic));
    }

    @Override
    public void close() {
      // what is open belongs to the JVM
    }
  }
}
