package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * All that a store keeps of one stream's offsets, as it was at one instant. Valid as long as the
 * {@link AuditedStream} that it belongs to.
 */
public interface AuditedOffsets {

  /** The stored positions, in any order; empty for an unknown stream. */
  List<StoredPosition> positions();

  /** The positions at which partitions began to be read, oldest first. */
  List<StoredPosition> starts();

  /** The accepted gaps, oldest first. */
  List<AcceptedGap> gaps();

  /** The positions that were moved on purpose, oldest first. */
  List<PositionReset> resets();

  /**
   * The saves of positions, oldest first: there may be very many, they are read while they are
   * taken. Empty when the store keeps none, which is not the same as a history without entries.
   */
  Optional<Iterator<SavedRange>> saves();

  /**
   * All commits on record, of positions and of results, sorted by partition, first offset and age:
   * there may be very many, they are read while they are taken. To be called once.
   */
  Iterator<SavedRange> commits();
}
