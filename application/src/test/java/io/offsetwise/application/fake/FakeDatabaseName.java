package io.offsetwise.application.fake;

import io.offsetwise.application.shared.SharedResource;
import java.util.UUID;

/**
 * The settings of a database in memory: equal names are the same database in this JVM.
 *
 * @param name any name
 */
public record FakeDatabaseName(String name) implements SharedResource<FakeDatabase> {

  /** A name that nobody has used. */
  public static FakeDatabaseName fresh() {
    return new FakeDatabaseName(UUID.randomUUID().toString());
  }

  @Override
  public FakeDatabase open() {
    return new FakeDatabase();
  }
}
