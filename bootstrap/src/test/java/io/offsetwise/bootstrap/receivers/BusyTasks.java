package io.offsetwise.bootstrap.receivers;

import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.api.java.function.VoidFunction;

/**
 * Counts records and the tasks that do so at the same time; local Spark runs them in this JVM, and
 * one run at a time.
 *
 * @param millis how long each task takes at least
 */
record BusyTasks(long millis) implements VoidFunction<Iterator<String>> {

  private static final AtomicInteger RUNNING = new AtomicInteger();
  private static final AtomicInteger MOST = new AtomicInteger();
  private static final AtomicLong RECORDS = new AtomicLong();

  static void reset() {
    MOST.set(0);
    RECORDS.set(0);
  }

  static int mostAtATime() {
    return MOST.get();
  }

  static long records() {
    return RECORDS.get();
  }

  @Override
  public void call(Iterator<String> records) throws InterruptedException {
    int running = RUNNING.incrementAndGet();
    MOST.accumulateAndGet(running, Math::max);
    try {
      long count = 0;
      while (records.hasNext()) {
        records.next();
        count++;
      }
      Thread.sleep(millis); // keeps its core busy
      RECORDS.addAndGet(count);
    } finally {
      RUNNING.decrementAndGet();
    }
  }
}
