package io.offsetwise.bootstrap.lengths;

import io.offsetwise.adapters.spark.driver.AlignedBatch;
import io.offsetwise.adapters.spark.driver.ShuffledBatch;
import io.offsetwise.adapters.spark.driver.StreamJob;
import io.offsetwise.application.lengths.LengthFunction;
import io.offsetwise.application.lengths.MessageCount;
import io.offsetwise.application.save.RecordFunction;

/**
 * Messages to counts; in scope batch they are reduced by partition before they come to the driver.
 */
public final class LengthsJob implements StreamJob<MessageCount> {

  @Override
  public RecordFunction<MessageCount> function() {
    return new LengthFunction();
  }

  @Override
  public ShuffledBatch<MessageCount> shuffle(AlignedBatch<MessageCount> batch) {
    return batch.shuffle(
        counts -> counts.mapToPair(new PlaceOfCount()).reduceByKey(new AddedCounts()).values());
  }
}
