package io.offsetwise.application.source;

import java.util.Iterator;

/**
 * The records of one range while they are read, in the order of their offsets. What ends a range is
 * the position and not a record: offsets may hold none, because the log was compacted, a
 * transaction was aborted, or the marker of its end took one. Used on executors, by one thread.
 *
 * <p>{@code hasNext} and {@code next} wait for the broker, with a bound, and throw {@link
 * io.offsetwise.application.stop.StoppedException} with reason {@code RECORDS_GONE} when the log
 * holds the next record no longer, {@code UNAVAILABLE} when nothing comes.
 */
public interface RangeReader extends Iterator<SourceRecord>, AutoCloseable {

  /**
   * The next offset to read: each one before it was delivered or holds no record. At least the end
   * of the range once {@code hasNext} is false.
   */
  long position();

  /** Ends the reading, at the end of the range or before it; a second call does nothing. */
  @Override
  void close();
}
