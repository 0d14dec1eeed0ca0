package io.offsetwise.adapters.spark.driver.checkpointed;

import io.offsetwise.application.shared.PerJvm;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.VoidFunction2;
import org.apache.spark.streaming.Time;

/**
 * The driver's function as it lies in a checkpoint: a name, by which a later process finds the
 * session that it has opened itself. Nothing of yesterday's job, settings or claim comes back.
 *
 * @param session whose batches these are
 */
record RecoveredBatches(SessionName session)
    implements VoidFunction2<JavaRDD<ConsumerRecord<byte[], byte[]>>, Time> {

  RecoveredBatches {
    Objects.requireNonNull(session, "session");
  }

  @Override
  public void call(JavaRDD<ConsumerRecord<byte[], byte[]>> rdd, Time batchTime) {
    PerJvm.get(session).batches().arrived(rdd, batchTime);
  }
}
