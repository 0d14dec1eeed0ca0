package io.offsetwise.application.defence;

import io.offsetwise.application.save.RangeRecords;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.LeaderEpoch;

/**
 * The records of a range to code that gives up after the first one and says nothing.
 *
 * @param all the records with all checks
 */
public record CarelessRecords(RangeRecords all) implements RangeRecords {

  @Override
  public boolean hasNext() {
    return all.count() == 0 && all.hasNext();
  }

  @Override
  public SourceRecord next() {
    return all.next();
  }

  @Override
  public long count() {
    return all.count();
  }

  @Override
  public LeaderEpoch leaderEpoch() {
    return all.leaderEpoch();
  }

  @Override
  public void requireExhausted() {
    all.requireExhausted();
  }
}
