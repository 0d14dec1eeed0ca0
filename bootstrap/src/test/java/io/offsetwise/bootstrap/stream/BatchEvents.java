package io.offsetwise.bootstrap.stream;

import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.shared.SharedResource;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.awaitility.Awaitility;

/**
 * Counts the batches of a session as Spark submits and completes them, those that store nothing
 * included.
 */
final class BatchEvents implements AutoCloseable {

  private final Name name;
  private final JavaSparkContext spark;
  private final Counter counter;

  private BatchEvents(Name name, JavaSparkContext spark, Counter counter) {
    this.name = name;
    this.spark = spark;
    this.counter = counter;
  }

  static BatchEvents of(JavaSparkContext spark) {
    Name name = new Name(UUID.randomUUID().toString());
    BatchEvents events = new BatchEvents(name, spark, PerJvm.get(name));
    spark.sc().addSparkListener(events.counter);
    return events;
  }

  /** Finds the same counter from inside a task. */
  Name name() {
    return name;
  }

  void awaitCompleted(int batches, Duration atMost) {
    Awaitility.await().atMost(atMost).until(() -> counter.completed.get() >= batches);
  }

  @Override
  public void close() {
    spark.sc().removeSparkListener(counter);
  }

  /** The settings under which tasks find the counter; local Spark runs them in this JVM. */
  record Name(String value) implements SharedResource<Counter> {

    @Override
    public Counter open() {
      return new Counter();
    }

    Counter get() {
      return PerJvm.get(this);
    }
  }

  static final class Counter extends SparkListener implements AutoCloseable {

    private final AtomicInteger submitted = new AtomicInteger();
    private final AtomicInteger completed = new AtomicInteger();

    void awaitSubmitted(int batches, Duration atMost) {
      Awaitility.await().atMost(atMost).until(() -> submitted.get() >= batches);
    }

    int waiting() {
      return submitted.get() - completed.get();
    }

    /** Streaming's events come wrapped in a type that is private to Spark. */
    @Override
    public void onOtherEvent(SparkListenerEvent event) {
      String text = event.toString();
      if (text.contains("StreamingListenerBatchSubmitted")) {
        submitted.incrementAndGet();
      } else if (text.contains("StreamingListenerBatchCompleted")) {
        completed.incrementAndGet();
      }
    }

    @Override
    public void close() {}
  }
}
