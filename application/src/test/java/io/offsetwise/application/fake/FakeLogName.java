package io.offsetwise.application.fake;

import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.shared.SharedResource;
import io.offsetwise.application.source.TopicIdentity;
import io.offsetwise.application.source.TopicIdentityProvider;
import java.util.UUID;

/**
 * The settings of a log in memory: equal names are the same log in this JVM.
 *
 * @param name any name
 */
public record FakeLogName(String name) implements SharedResource<FakeLog> {

  /** A name that nobody has used. */
  public static FakeLogName fresh() {
    return new FakeLogName(UUID.randomUUID().toString());
  }

  @Override
  public FakeLog open() {
    return new FakeLog();
  }

  /** Opens the identity of the log's topics where it is used. */
  public TopicIdentityProvider identity() {
    return new Identity(this);
  }

  private record Identity(FakeLogName log) implements TopicIdentityProvider {

    @Override
    public TopicIdentity open() {
      return PerJvm.get(log);
    }
  }
}
