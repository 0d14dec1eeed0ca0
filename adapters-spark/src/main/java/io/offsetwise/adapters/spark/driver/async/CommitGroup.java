package io.offsetwise.adapters.spark.driver.async;

import io.offsetwise.application.resume.StartedStream;
import java.util.Objects;
import java.util.function.Function;

/**
 * The group of Kafka that the connector commits to.
 *
 * @param name the group's id
 * @param claims gives the claim under which a stream that was started commits
 */
public record CommitGroup(String name, Function<StartedStream, CommitClaim> claims) {

  public CommitGroup {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(claims, "claims");
  }
}
