package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;
import org.apache.spark.streaming.kafka010.OffsetRange;

/**
 * First note: save results, save offsets; in two transactions. It is weak before the first and
 * between the two.
 */
public record ResultsFirst() implements OwnDataStore {

  @Override
  public void save(JavaRDD<ConsumerRecord<String, String>> rdd, Surroundings at) throws Exception {
    OffsetRange[] offsetRanges = ((HasOffsetRanges) rdd.rdd()).offsetRanges();
    at.fault().mayStrike(FailurePoint.BEFORE_FIRST_COMMIT);
    at.database().saveResults(rdd.map(Place::of).collect());
    at.fault().mayStrike(FailurePoint.BETWEEN_COMMITS);
    at.database().saveOffsets(offsetRanges);
  }
}
