package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;
import org.apache.spark.streaming.kafka010.OffsetRange;

/** First note, per batch: {@code mySaveBatch} runs on the driver, here in one transaction. */
public record BatchTransaction() implements OwnDataStore {

  @Override
  public void save(JavaRDD<ConsumerRecord<String, String>> rdd, Surroundings at) throws Exception {
    OffsetRange[] offsetRanges = ((HasOffsetRanges) rdd.rdd()).offsetRanges();
    List<Place> results = rdd.map(Place::of).collect();
    at.database()
        .inTransaction(
            connection -> {
              at.database().saveResults(connection, results);
              at.database().saveOffsets(connection, offsetRanges);
              at.fault().mayStrike(FailurePoint.INSIDE_TRANSACTION);
            });
  }
}
