package io.offsetwise.application.session;

import io.offsetwise.application.resume.StartedStream;

/** Reads batches and saves them: Spark Streaming behind a port. */
public interface StreamEngine {

  /**
   * Starts to read from the stream's positions.
   *
   * @param stream claimed and audited
   * @param gate every batch must pass it
   * @param observer is told of each saved batch
   * @return the running session
   */
  StreamSession open(StartedStream stream, BatchGate gate, BatchObserver observer);
}
