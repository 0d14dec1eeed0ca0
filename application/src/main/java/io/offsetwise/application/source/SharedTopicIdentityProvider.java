package io.offsetwise.application.source;

import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.shared.SharedResource;
import java.util.Objects;

/**
 * Lets all tasks of a JVM ask together: callers that wait at the same time share one question, and
 * nobody gets an answer to a question that was sent before he asked.
 *
 * @param broker is asked; two with equal components are one
 */
public record SharedTopicIdentityProvider(TopicIdentityProvider broker)
    implements TopicIdentityProvider {

  public SharedTopicIdentityProvider {
    Objects.requireNonNull(broker, "broker");
  }

  @Override
  public TopicIdentity open() {
    return PerJvm.get(new OfJvm(broker));
  }

  private record OfJvm(TopicIdentityProvider broker)
      implements SharedResource<SharedTopicIdentity> {

    @Override
    public SharedTopicIdentity open() {
      return new SharedTopicIdentity(broker);
    }
  }
}
