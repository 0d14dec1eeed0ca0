package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A stream whose offsets and results are in two databases: each keeps the commits of its own.
 *
 * @param offsets what is beside the offsets
 * @param results what is beside the results
 */
record SplitOffsets(AuditedOffsets offsets, AuditedOffsets results) implements AuditedOffsets {

  @Override
  public List<StoredPosition> positions() {
    return offsets.positions();
  }

  @Override
  public List<StoredPosition> starts() {
    return offsets.starts();
  }

  @Override
  public List<AcceptedGap> gaps() {
    return offsets.gaps();
  }

  @Override
  public List<PositionReset> resets() {
    return offsets.resets();
  }

  @Override
  public Optional<Iterator<SavedRange>> saves() {
    return offsets.saves();
  }

  @Override
  public Iterator<SavedRange> commits() {
    return new MergedCommits(offsets.commits(), results.commits());
  }
}
