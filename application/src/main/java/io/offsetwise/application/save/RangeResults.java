package io.offsetwise.application.save;

/**
 * The results of exactly the records of the ranges being saved; can be written once.
 *
 * @param <R> the job's results
 */
public interface RangeResults<R> {

  /**
   * Writes all results and makes sure that every record of the ranges was read.
   *
   * @throws io.offsetwise.application.stop.StreamStoppedException with reason {@code
   *     RECORD_OUT_OF_RANGE} or {@code RECORDS_UNREAD} when the results do not stand for exactly
   *     the ranges
   */
  void writeTo(ResultWriter<R> writer);
}
