package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.save.PartitionResults;
import io.offsetwise.application.save.RangeRecords;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Reads a range and saves it where it was read: scope partition.
 *
 * @param function the job's function
 * @param saver opens store and topics on the executor
 * @param <R> the job's results
 */
public record SaveRange<R>(RecordFunction<R> function, Saver<R> saver) implements RangeTask<Long> {

  public SaveRange {
    Objects.requireNonNull(function, "function");
    Objects.requireNonNull(saver, "saver");
  }

  /**
   * {@inheritDoc}
   *
   * @return the number of records, which are saved now: by this attempt or by an earlier one
   */
  @Override
  public Iterator<Long> run(OffsetRange range, RangeReader records) {
    RangeRecords conforming = saver.defences().conforming(range, records);
    save(range, conforming);
    return List.of(conforming.count()).iterator();
  }

  private void save(OffsetRange range, RangeRecords conforming) {
    try {
      saver.save(
          BatchRanges.of(range), new PartitionResults<>(conforming, function, saver.poison()));
    } catch (StoppedException stop) {
      throw Portable.stop(stop);
    }
  }
}
