package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;
import org.apache.spark.streaming.kafka010.OffsetRange;

/**
 * First note, per partition: {@code mySavePartition} runs on the executors, in one transaction. It
 * is weak at three places: after it has looked, before it commits, and after that.
 *
 * @param check how it ensures that offsets are ok
 */
public record PartitionTransaction(OffsetCheck check) implements OwnDataStore {

  @Override
  public void save(JavaRDD<ConsumerRecord<String, String>> rdd, Surroundings at) {
    OffsetRange[] offsetRanges = ((HasOffsetRanges) rdd.rdd()).offsetRanges();
    rdd.foreachPartition(
        records -> {
          OffsetRange offsetRange = offsetRanges[TaskContext.get().partitionId()];
          List<Place> results = Place.of(records);
          at.database()
              .inTransaction(
                  connection -> {
                    check.look(at.database(), connection, offsetRange);
                    at.fault().mayStrike(FailurePoint.BEFORE_FIRST_COMMIT);
                    at.database().saveResults(connection, results);
                    check.save(at.database(), connection, offsetRange);
                    at.fault().mayStrike(FailurePoint.INSIDE_TRANSACTION);
                  });
          at.fault().mayStrike(FailurePoint.AFTER_LAST_COMMIT);
        });
  }
}
