package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.bootstrap.laboratory.cell.JobVariant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a testbed is made of; the rest is the same for all.
 *
 * @param database which database runs
 * @param topics how the topics are written
 */
public record TestbedParts(LocalDatabaseKind database, TopicKind topics) {

  public TestbedParts {
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(topics, "topics");
  }

  /** All that there can be. */
  static List<TestbedParts> all() {
    return Arrays.stream(LocalDatabaseKind.values())
        .flatMap(
            database ->
                Arrays.stream(TopicKind.values()).map(topics -> new TestbedParts(database, topics)))
        .toList();
  }

  /** Whether jobs of this variant run there. */
  boolean suit(JobVariant variant) {
    return variant.database() == database && variant.topics() == topics;
  }
}
