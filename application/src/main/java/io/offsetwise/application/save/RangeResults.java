package io.offsetwise.application.save;

import java.util.function.Supplier;

/**
 * The results of exactly the records of the ranges being saved, before any of these was read.
 *
 * @param <R> the job's results
 */
@FunctionalInterface
public interface RangeResults<R> {

  /**
   * Reads every record of the ranges and makes all their results, while no store is touched. Called
   * once.
   *
   * @param holding makes what takes the results while they are read, in the form of the store
   * @return the results, to be closed by the caller
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code RECORD_OUT_OF_RANGE}
   *     or {@code RECORDS_UNREAD} when the results do not stand for exactly the ranges
   */
  ReadResults<R> read(Supplier<HeldResults<R>> holding);
}
