package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.kafka.offset.ClaimedOffsets;
import io.offsetwise.adapters.spark.driver.async.CommitClaim;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Objects;

/**
 * Lets Spark's connector commit under a claim of a group: two adapters that do not know each other.
 *
 * @param offsets of the claim
 */
record ConnectorClaim(ClaimedOffsets offsets) implements CommitClaim {

  ConnectorClaim {
    Objects.requireNonNull(offsets, "offsets");
  }

  @Override
  public String metadataOf(TopicPartition partition) {
    return offsets.metadataOf(partition);
  }

  @Override
  public void requireNotReplaced(TopicPartition partition, String metadata) {
    offsets.requireNotReplaced(partition, metadata);
  }
}
