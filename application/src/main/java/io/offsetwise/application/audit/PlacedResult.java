package io.offsetwise.application.audit;

import io.offsetwise.domain.offset.TopicPartition;
import java.util.Comparator;
import java.util.Objects;

/**
 * A stored result that names the record it was made of. Ordered as the log is.
 *
 * @param partition partition of the record
 * @param offset offset of the record
 * @param content what the result says, compared by {@code equals} with what the record says
 * @param <T> the content
 */
public record PlacedResult<T>(TopicPartition partition, long offset, T content) {

  /** The order of the log. */
  static final Comparator<PlacedResult<?>> ORDER =
      Comparator.<PlacedResult<?>, TopicPartition>comparing(PlacedResult::partition)
          .thenComparingLong(PlacedResult::offset);

  public PlacedResult {
    Objects.requireNonNull(partition, "partition");
    Objects.requireNonNull(content, "content");
  }
}
