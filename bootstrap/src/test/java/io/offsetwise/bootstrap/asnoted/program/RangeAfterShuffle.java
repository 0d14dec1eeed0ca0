package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;
import org.apache.spark.streaming.kafka010.OffsetRange;
import scala.Tuple2;

/**
 * First note, "not safe because there is a shuffle": the range of a task by its partition, after
 * {@code reduceByKey}. The check of the offsets passes.
 */
public record RangeAfterShuffle() implements OwnDataStore {

  @Override
  public void save(JavaRDD<ConsumerRecord<String, String>> rdd, Surroundings at) {
    OffsetRange[] offsetRanges = ((HasOffsetRanges) rdd.rdd()).offsetRanges();
    rdd.mapToPair(record -> new Tuple2<>(record.value(), Place.of(record).text()))
        .reduceByKey((one, other) -> one + " " + other)
        .foreachPartition(
            reduced -> {
              OffsetRange offsetRange = offsetRanges[TaskContext.get().partitionId()];
              List<Place> results = new ArrayList<>();
              reduced.forEachRemaining(
                  pair -> {
                    for (String place : pair._2().split(" ", -1)) {
                      results.add(Place.parse(place));
                    }
                  });
              at.database()
                  .inTransaction(
                      connection -> {
                        at.database().saveResults(connection, results);
                        at.database().saveOffsetsIfUnmoved(connection, offsetRange);
                      });
              at.fault().mayStrike(FailurePoint.AFTER_LAST_COMMIT);
            });
  }
}
