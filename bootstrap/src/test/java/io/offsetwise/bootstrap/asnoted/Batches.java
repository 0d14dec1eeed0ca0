package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.shared.SharedResource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.streaming.scheduler.BatchInfo;
import org.apache.spark.streaming.scheduler.StreamingListener;
import org.apache.spark.streaming.scheduler.StreamingListenerBatchCompleted;
import org.apache.spark.streaming.scheduler.StreamingListenerBatchSubmitted;
import scala.collection.JavaConverters;

/** The batches of a running program, as Spark tells of them. */
final class Batches implements StreamingListener, AutoCloseable {

  private final AtomicInteger submitted = new AtomicInteger();
  private final List<BatchInfo> completed = new CopyOnWriteArrayList<>();

  /** Those of the program of this name that runs in this JVM. */
  static Batches of(String program) {
    return PerJvm.get(new Name(program));
  }

  /** The same, before it is started again. */
  static Batches ofNewRun(String program) throws Exception {
    PerJvm.close(new Name(program));
    return of(program);
  }

  @Override
  public void onBatchSubmitted(StreamingListenerBatchSubmitted batch) {
    submitted.incrementAndGet();
  }

  @Override
  public void onBatchCompleted(StreamingListenerBatchCompleted batch) {
    completed.add(batch.batchInfo());
  }

  /** Waits until so many batches have been generated. */
  void awaitSubmitted(int batches) {
    Wait.until(() -> submitted.get() >= batches);
  }

  /**
   * Waits until everything that was in the log before this call has been generated and run: a batch
   * of a later time found nothing, and batches run one after another.
   */
  void awaitCaughtUp() {
    long now = System.currentTimeMillis();
    Wait.until(() -> completed.stream().anyMatch(batch -> isEmpty(batch) && isAfter(batch, now)));
  }

  /** Waits for a batch that failed, and returns why. */
  String awaitFailure() {
    Wait.until(() -> failure().isPresent());
    return failure().orElseThrow();
  }

  /** Why the first of the failed batches failed. */
  Optional<String> failure() {
    return completed.stream().flatMap(Batches::failures).findFirst();
  }

  @Override
  public void close() {}

  private static Stream<String> failures(BatchInfo batch) {
    return JavaConverters.mapAsJavaMap(batch.outputOperationInfos()).values().stream()
        .filter(output -> output.failureReason().isDefined())
        .map(output -> output.failureReason().get());
  }

  private static boolean isEmpty(BatchInfo batch) {
    return batch.numRecords() == 0;
  }

  private static boolean isAfter(BatchInfo batch, long time) {
    return batch.batchTime().milliseconds() > time;
  }

  private record Name(String program) implements SharedResource<Batches> {

    @Override
    public Batches open() {
      return new Batches();
    }
  }
}
