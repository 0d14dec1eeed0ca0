package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.StreamName;

/** One way of doing the work. */
interface Contestant {

  /** What it is called in the report. */
  String name();

  /**
   * Does the whole work once.
   *
   * @param stream a name that was never used before
   */
  Attempt run(StreamName stream) throws Exception;
}
