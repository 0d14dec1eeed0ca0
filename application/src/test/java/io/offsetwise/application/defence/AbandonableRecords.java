package io.offsetwise.application.defence;

import io.offsetwise.application.save.RangeRecords;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.LeaderEpoch;

/**
 * Checks each record, but not that none is left.
 *
 * @param checked the records with all checks
 */
record AbandonableRecords(RangeRecords checked) implements RangeRecords {

  @Override
  public boolean hasNext() {
    return checked.hasNext();
  }

  @Override
  public SourceRecord next() {
    return checked.next();
  }

  @Override
  public long count() {
    return checked.count();
  }

  @Override
  public LeaderEpoch leaderEpoch() {
    return checked.leaderEpoch();
  }

  @Override
  public void requireExhausted() {}
}
