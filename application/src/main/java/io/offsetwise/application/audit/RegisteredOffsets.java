package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A stream whose positions are kept in a place that keeps nothing else.
 *
 * @param positions as they were seen there
 * @param register what is on record of the stream beside the results; its own positions, if it has
 *     any, are those of another storage
 */
record RegisteredOffsets(List<StoredPosition> positions, AuditedOffsets register)
    implements AuditedOffsets {

  RegisteredOffsets {
    positions = List.copyOf(positions);
  }

  @Override
  public List<StoredPosition> starts() {
    return register.starts();
  }

  @Override
  public List<AcceptedGap> gaps() {
    return register.gaps();
  }

  @Override
  public List<PositionReset> resets() {
    return register.resets();
  }

  /** Such a place keeps no history. */
  @Override
  public Optional<Iterator<SavedRange>> saves() {
    return Optional.empty();
  }

  /** Those of results are beside the results; older ones of positions may be of another storage. */
  @Override
  public Iterator<SavedRange> commits() {
    return register.commits();
  }
}
