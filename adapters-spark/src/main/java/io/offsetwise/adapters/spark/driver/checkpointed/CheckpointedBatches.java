package io.offsetwise.adapters.spark.driver.checkpointed;

import io.offsetwise.adapters.spark.driver.stream.ArrivalOutcome;
import io.offsetwise.adapters.spark.driver.stream.ArrivingBatches;
import io.offsetwise.adapters.spark.driver.stream.PassedOverException;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.Time;

/**
 * What is done with each batch of a checkpointed session. Spark takes a batch whose function
 * returns for done and writes that into its checkpoint; so it returns only when the batch was
 * saved, or held nothing.
 */
final class CheckpointedBatches {

  private final ArrivingBatches batches;

  CheckpointedBatches(ArrivingBatches batches) {
    this.batches = Objects.requireNonNull(batches, "batches");
  }

  /**
   * Saves a batch.
   *
   * @throws PassedOverException when the session is draining and passed the batch over
   */
  void arrived(JavaRDD<ConsumerRecord<byte[], byte[]>> rdd, Time batchTime) {
    if (batches.arrived(rdd, batchTime) == ArrivalOutcome.PASSED_OVER) {
      throw new PassedOverException(batchTime);
    }
  }
}
