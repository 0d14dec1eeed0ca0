package io.offsetwise.bootstrap.sample.wallet.bench;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.streaming.scheduler.BatchInfo;
import org.apache.spark.streaming.scheduler.StreamingListenerBatchCompleted;
import scala.Product;

/** How long batches took, from the time that Spark gave to each until its end. Thread-safe. */
final class BatchTimes extends SparkListener {

  private final Queue<Double> millis = new ConcurrentLinkedQueue<>();

  /** Of each batch, in ms. */
  List<Double> millis() {
    return List.copyOf(millis);
  }

  /** Begins anew. */
  void clear() {
    millis.clear();
  }

  /** Events of streaming come to listeners of Spark in a wrapping that is private there. */
  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof Product wrapping
        && wrapping.productArity() == 1
        && wrapping.productElement(0) instanceof StreamingListenerBatchCompleted batch) {
      millis.add((double) millis(batch.batchInfo()));
    }
  }

  private static long millis(BatchInfo batch) {
    return (long) batch.processingEndTime().get() - batch.batchTime().milliseconds();
  }
}
