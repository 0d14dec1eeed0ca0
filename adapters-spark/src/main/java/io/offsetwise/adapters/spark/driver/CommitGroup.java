package io.offsetwise.adapters.spark.driver;

import io.offsetwise.application.resume.StartedStream;
import java.util.Objects;
import java.util.function.Function;

/**
 * The group of Kafka that the connector commits to.
 *
 * @param name the group's id
 * @param metadata gives what stands beside the offsets of a claim
 */
public record CommitGroup(String name, Function<StartedStream, CommitMetadata> metadata) {

  public CommitGroup {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(metadata, "metadata");
  }
}
