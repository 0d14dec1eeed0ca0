package io.offsetwise.application.administration;

import io.offsetwise.domain.history.OffsetEvent;
import io.offsetwise.domain.history.SaveHistory;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is on record of a stream's positions in one storage. Nothing is written. Used on the driver.
 *
 * <p>Implementations throw {@link io.offsetwise.application.stop.StoppedException} with reason
 * {@code UNAVAILABLE} or {@code SCHEMA_VERSION} when the record cannot be read.
 */
public interface OffsetHistory {

  /** Whether saves are on record. */
  SaveHistory saves();

  /** When each partition was last saved; partitions of which that is not known are left out. */
  Map<TopicPartition, Instant> lastSaves(StreamName stream);

  /** The newest events of {@code partition}, at most {@code limit} of them, oldest first. */
  List<OffsetEvent> newest(StreamName stream, TopicPartition partition, int limit);

  /**
   * Every start, gap and reset of {@code partition}, and the saves of {@code offset}, oldest first.
   */
  List<OffsetEvent> concerning(StreamName stream, TopicPartition partition, long offset);
}
