package io.offsetwise.application.administration;

import io.offsetwise.domain.guarantee.OffsetStorage;
import java.util.List;
import java.util.Objects;

/**
 * How a stream stands in one storage.
 *
 * @param storage which one
 * @param partitions its partitions there, sorted
 */
public record DescribedStorage(OffsetStorage storage, List<DescribedPartition> partitions) {

  public DescribedStorage {
    Objects.requireNonNull(storage, "storage");
    partitions = List.copyOf(partitions);
  }
}
