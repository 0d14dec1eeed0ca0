package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;
import org.apache.spark.streaming.kafka010.OffsetRange;

/** First note: save results with a natural unique key, save offsets; in two transactions. */
public record NaturalKey() implements OwnDataStore {

  @Override
  public void save(JavaRDD<ConsumerRecord<String, String>> rdd, Surroundings at) throws Exception {
    OffsetRange[] offsetRanges = ((HasOffsetRanges) rdd.rdd()).offsetRanges();
    at.fault().mayStrike(FailurePoint.BEFORE_FIRST_COMMIT);
    at.database().saveResultsUnderKey(rdd.map(Place::of).collect());
    at.fault().mayStrike(FailurePoint.BETWEEN_COMMITS);
    at.database().saveOffsets(offsetRanges);
  }
}
