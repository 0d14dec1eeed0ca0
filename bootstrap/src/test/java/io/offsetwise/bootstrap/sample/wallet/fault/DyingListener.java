package io.offsetwise.bootstrap.sample.wallet.fault;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationStart;

/** Ends the thread that tells Spark's listeners of events. Spark makes it by name. */
public final class DyingListener extends SparkListener {

  @Override
  public void onApplicationStart(SparkListenerApplicationStart started) {
    throw new OutOfMemoryError("on purpose");
  }
}
