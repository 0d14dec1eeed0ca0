package io.offsetwise.adapters.spark.driver.stream;

import io.offsetwise.adapters.spark.driver.batch.BatchAction;
import io.offsetwise.adapters.spark.driver.batch.RawBatch;
import io.offsetwise.adapters.spark.driver.batch.ReadingPlaces;
import io.offsetwise.application.save.BatchRetry;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.time.PassingTime;
import io.offsetwise.domain.offset.BatchRanges;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done with each batch of one session, in the thread in which Spark Streaming runs it. */
public final class ArrivingBatches {

  private static final Logger LOG = LoggerFactory.getLogger(ArrivingBatches.class);

  private final BiFunction<BatchRanges, ReadingPlaces, LongSupplier> actions;
  private final BatchRetry retry;
  private final BatchGate gate;
  private final BatchCheck check;
  private final BatchObserver observer;

  /**
   * What is done with batches.
   *
   * @param actions makes what reads and saves a batch; see {@link BatchAction}
   * @param bound of its retries
   */
  public ArrivingBatches(
      BiFunction<BatchRanges, ReadingPlaces, LongSupplier> actions,
      RetryBound bound,
      BatchGate gate,
      BatchCheck check,
      BatchObserver observer) {
    this.actions = actions;
    this.retry = new BatchRetry(bound, PassingTime.REAL, LOG::warn);
    this.gate = gate;
    this.check = check;
    this.observer = observer;
  }

  /** Lets a batch pass the gate and saves it, unless it holds no offset. */
  public ArrivalOutcome arrived(JavaRDD<ConsumerRecord<byte[], byte[]>> rdd, Time batchTime) {
    AtomicReference<ArrivalOutcome> arrival = new AtomicReference<>(ArrivalOutcome.PASSED_OVER);
    gate.pass(
        () -> {
          BatchRanges ranges = RawBatch.rangesOf(rdd);
          check.require(ranges);
          if (!ranges.isEmpty()) {
            LongSupplier action = actions.apply(ranges, ReadingPlaces.plannedBy(rdd));
            save(ranges, action, Instant.ofEpochMilli(batchTime.milliseconds()));
          }
          arrival.set(ArrivalOutcome.DONE);
        });
    return arrival.get();
  }

  private void save(BatchRanges ranges, LongSupplier action, Instant batchTime) {
    long begin = System.nanoTime();
    long records = retry.untilSaved(action);
    Duration processing = Duration.ofNanos(System.nanoTime() - begin);
    observer.saved(new SavedBatch(batchTime, ranges, records, processing));
  }
}
