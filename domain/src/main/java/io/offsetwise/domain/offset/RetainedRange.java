package io.offsetwise.domain.offset;

/**
 * What Kafka's circular buffer still holds of one partition.
 *
 * @param earliest first offset that is still there, inclusive
 * @param end the log's end, exclusive: the offset that the next record will get
 */
public record RetainedRange(long earliest, long end) {

  public RetainedRange {
    if (earliest < 0 || end < earliest) {
      throw new IllegalArgumentException(
          "retained range [" + earliest + ", " + end + ") is not a range of offsets");
    }
  }

  /**
   * How the retained range lies to a stored position: {@link Continuity#GAP} when records before
   * the range were deleted unread, {@link Continuity#BEHIND} when the position is beyond the log's
   * end.
   */
  public Continuity continuityFrom(long position) {
    return Continuity.of(earliest, end, position);
  }

  /** {@code offset}, or the nearest position that can be read from: from earliest to end. */
  public long clamp(long offset) {
    return Math.max(earliest, Math.min(end, offset));
  }
}
