package io.offsetwise.bootstrap.notes;

import io.offsetwise.application.fake.FakeResult;
import java.util.Iterator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.VoidFunction;

/**
 * Puts out the place of each record of a partition.
 *
 * @param outputs where to
 * @param attempts how many attempts a task makes: all but the last fail after their last record
 */
record Output(Outputs outputs, int attempts)
    implements VoidFunction<Iterator<ConsumerRecord<byte[], byte[]>>> {

  @Override
  public void call(Iterator<ConsumerRecord<byte[], byte[]>> records) {
    records.forEachRemaining(
        record ->
            outputs.write(FakeResult.keyOf(record.topic(), record.partition(), record.offset())));
    if (TaskContext.get().attemptNumber() < attempts - 1) {
      throw new IllegalStateException("the executor dies after its output");
    }
  }
}
