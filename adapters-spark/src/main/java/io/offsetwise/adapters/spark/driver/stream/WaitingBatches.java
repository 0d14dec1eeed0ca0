package io.offsetwise.adapters.spark.driver.stream;

/**
 * How many batches of a session were made and are not saved yet. Spark goes on making them while
 * the job is too slow, each with its ranges, its jobs and its statistics, until the driver's memory
 * is used up. Thread-safe.
 */
class WaitingBatches {

  /** Enough to keep the job busy; more only wait longer. */
  static final int MOST = 10;

  private int waiting;

  /** Whether another one may be made; its records are in a later batch otherwise. */
  synchronized boolean hasRoom() {
    return waiting < MOST;
  }

  /** One was made. */
  synchronized void made() {
    waiting++;
  }

  /** One was saved, or will not be saved any more. */
  synchronized void done() {
    waiting--;
  }
}
