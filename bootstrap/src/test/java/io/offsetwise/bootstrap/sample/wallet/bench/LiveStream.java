package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.StreamName;

/** A stream that runs until it is stopped. */
interface LiveStream {

  /** What it is called in the report. */
  String name();

  /**
   * Starts to read a topic from its beginning.
   *
   * @param testbed where, and what
   * @param stream a name that was never used before
   * @param saved is told of each batch with records
   */
  Running start(Testbed testbed, StreamName stream, SavedRanges saved);

  /** One that runs. */
  interface Running extends AutoCloseable {

    /**
     * Looks whether it still runs.
     *
     * @throws Exception what it has failed with
     */
    void requireAlive() throws Exception;

    /** Stops it, and waits for its end. */
    @Override
    void close();
  }
}
