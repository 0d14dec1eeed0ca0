package io.offsetwise.domain.offset;

/**
 * How a range {@code [from, until)} lies to a stored position, the next offset to read.
 *
 * <p>This is the one table of decisions about offsets: a batch's range is held against the stored
 * position at every save, and what the log retains is held against it at every start.
 *
 * <table>
 *   <caption>The five places where a position can be</caption>
 *   <tr><th>position</th><th>continuity</th><th>a batch at save</th><th>the log at start</th></tr>
 *   <tr><td>before from</td><td>GAP</td><td>an earlier batch failed</td><td>retention loss</td></tr>
 *   <tr><td>at from</td><td>IN_ORDER</td><td>save it</td><td>continue</td></tr>
 *   <tr><td>inside</td><td>OVERLAP</td><td>another writer</td><td>continue</td></tr>
 *   <tr><td>at until</td><td>ALREADY_APPLIED</td><td>a retry: done</td><td>continue</td></tr>
 *   <tr><td>after until</td><td>BEHIND</td><td>another writer</td><td>position beyond the end</td></tr>
 * </table>
 */
public enum Continuity {
  /** The range begins exactly at the stored position. */
  IN_ORDER,
  /** The range ends exactly at the stored position: somebody has saved just this range. */
  ALREADY_APPLIED,
  /** The range begins after the stored position: records between them were not dealt with. */
  GAP,
  /** The stored position lies inside the range: a part of it has been saved. */
  OVERLAP,
  /** The range ends before the stored position: it and more has been saved. */
  BEHIND;

  /**
   * Places a position.
   *
   * @param from start of the range, inclusive
   * @param until end of the range, exclusive, not smaller than {@code from}
   * @param position the stored next offset to read
   * @return never null; an empty range at the position is {@link #IN_ORDER}
   */
  public static Continuity of(long from, long until, long position) {
    if (position < from) {
      return GAP;
    }
    if (position == from) {
      return IN_ORDER;
    }
    if (position < until) {
      return OVERLAP;
    }
    return position == until ? ALREADY_APPLIED : BEHIND;
  }
}
