package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import java.sql.Connection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;

/** Second note: a connection for each partition, and each record is sent through it. */
public record ConnectionPerPartition() implements OwnDataStore {

  @Override
  public void save(JavaRDD<ConsumerRecord<String, String>> rdd, Surroundings at) {
    rdd.foreachPartition(
        partitionOfRecords -> {
          Connection connection = at.database().connect();
          while (partitionOfRecords.hasNext()) {
            at.database().saveResult(connection, Place.of(partitionOfRecords.next()));
            at.fault().mayStrike(FailurePoint.AFTER_LAST_COMMIT);
          }
          connection.close();
        });
  }
}
