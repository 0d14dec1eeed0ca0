package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;
import org.apache.spark.streaming.kafka010.OffsetRange;

/** Offsets as soon as there are any, then the work. */
public record OffsetsFirst() implements OwnDataStore {

  @Override
  public void save(JavaRDD<ConsumerRecord<String, String>> rdd, Surroundings at) throws Exception {
    OffsetRange[] offsetRanges = ((HasOffsetRanges) rdd.rdd()).offsetRanges();
    at.database().saveOffsets(offsetRanges);
    at.fault().mayStrike(FailurePoint.BETWEEN_COMMITS);
    at.database().saveResults(rdd.map(Place::of).collect());
  }
}
