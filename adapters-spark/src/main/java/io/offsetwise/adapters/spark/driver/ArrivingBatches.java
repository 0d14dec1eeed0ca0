package io.offsetwise.adapters.spark.driver;

import io.offsetwise.application.save.Saver;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.session.SessionFailedException;
import io.offsetwise.domain.guarantee.SaveScope;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.Time;

/** What is done with each batch of one session, in the thread in which Spark Streaming runs it. */
final class ArrivingBatches<R> {

  private final StreamJob<R> job;
  private final EarlierRecords log;
  private final SaveScope scope;
  private final Saver<R> saver;
  private final BatchGate gate;
  private final BatchCheck check;
  private final BatchObserver observer;

  ArrivingBatches(
      StreamJob<R> job,
      EarlierRecords log,
      SaveScope scope,
      Saver<R> saver,
      BatchGate gate,
      BatchCheck check,
      BatchObserver observer) {
    this.job = job;
    this.log = log;
    this.scope = scope;
    this.saver = saver;
    this.gate = gate;
    this.check = check;
    this.observer = observer;
  }

  /** Lets a batch pass the gate and saves it, unless it holds no offset. */
  Arrival arrived(JavaRDD<ConsumerRecord<byte[], byte[]>> rdd, Time batchTime) {
    AtomicReference<Arrival> arrival = new AtomicReference<>(Arrival.PASSED_OVER);
    gate.pass(
        () -> {
          RawBatch raw = RawBatch.of(rdd);
          check.require(raw.ranges());
          if (!raw.ranges().isEmpty()) {
            save(raw, Instant.ofEpochMilli(batchTime.milliseconds()));
          }
          arrival.set(Arrival.DONE);
        });
    return arrival.get();
  }

  private void save(RawBatch raw, Instant batchTime) {
    long begin = System.nanoTime();
    long records = save(new AlignedBatch<>(raw, log, job.function()), raw);
    Duration processing = Duration.ofNanos(System.nanoTime() - begin);
    observer.saved(new SavedBatch(batchTime, raw.ranges(), records, processing));
  }

  private long save(AlignedBatch<R> batch, RawBatch raw) {
    try {
      return switch (scope) {
        case PARTITION -> batch.savePerPartition(saver);
        case BATCH -> job.shuffle(batch).savePerBatch(saver);
      };
    } catch (Exception failure) {
      throw new Diagnosis(saver, raw.ranges().ranges()).explain(failure);
    } catch (Error fatal) {
      // Bare, it would end Spark's thread instead of the batch.
      throw new SessionFailedException(fatal);
    }
  }
}
