package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.spark.driver.batch.AlignedBatch;
import io.offsetwise.adapters.spark.driver.batch.ShuffledBatch;
import io.offsetwise.adapters.spark.driver.batch.StreamJob;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.save.RecordFunction;

/**
 * Makes of each record a result that names its place, so that a lost or repeated record shows.
 *
 * @param function makes the results
 */
public record PlaceJob(RecordFunction<FakeResult> function) implements StreamJob<FakeResult> {

  /** A job that makes no mistakes. */
  public static PlaceJob faultless() {
    return new PlaceJob((record, results) -> results.accept(FakeResult.of(record)));
  }

  @Override
  public ShuffledBatch<FakeResult> shuffle(AlignedBatch<FakeResult> batch) {
    return batch.shuffle(results -> results.repartition(3));
  }
}
