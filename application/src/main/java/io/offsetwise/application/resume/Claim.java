package io.offsetwise.application.resume;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Map;

/**
 * A stream taken over.
 *
 * @param epoch the new epoch
 * @param positions what was stored at that moment, by partition
 */
public record Claim(Epoch epoch, Map<TopicPartition, StoredPosition> positions) {

  public Claim {
    positions = Map.copyOf(positions);
  }
}
