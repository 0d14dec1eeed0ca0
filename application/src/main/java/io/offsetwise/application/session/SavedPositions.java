package io.offsetwise.application.session;

import io.offsetwise.domain.offset.Positions;

/** How far the batches of this process have come. Thread-safe. */
public final class SavedPositions implements BatchObserver {

  private Positions positions = Positions.NONE;
  private long records;
  private long batches;

  /** The session starts here. */
  public synchronized void startAt(Positions start) {
    positions = start;
  }

  @Override
  public synchronized void saved(SavedBatch batch) {
    positions = positions.after(batch.ranges().ranges());
    records += batch.records();
    batches++;
  }

  /** Next offset to read by partition. */
  public synchronized Positions positions() {
    return positions;
  }

  /** Number of records that were saved. */
  public synchronized long records() {
    return records;
  }

  /** Number of batches that were saved. */
  public synchronized long batches() {
    return batches;
  }
}
