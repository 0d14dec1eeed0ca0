package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.domain.guarantee.FailurePoint;
import java.sql.Connection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;

/** Second note: connections of a static pool, which get back to it at the end of a partition. */
public record ConnectionFromPool() implements OwnDataStore {

  @Override
  public void save(JavaRDD<ConsumerRecord<String, String>> rdd, Surroundings at) {
    rdd.foreachPartition(
        partitionOfRecords -> {
          Connection connection = ConnectionPool.getConnection(at.database());
          while (partitionOfRecords.hasNext()) {
            at.database().saveResult(connection, Place.of(partitionOfRecords.next()));
            at.fault().mayStrike(FailurePoint.AFTER_LAST_COMMIT);
          }
          ConnectionPool.returnConnection(at.database(), connection);
        });
  }
}
