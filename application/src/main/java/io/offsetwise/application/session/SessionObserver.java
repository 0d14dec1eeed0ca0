package io.offsetwise.application.session;

import io.offsetwise.application.resume.StartedStream;

/** Is told of the sessions of a stream and of their batches. */
public interface SessionObserver extends BatchObserver {

  /** A session is about to read. */
  void started(StartedStream stream);
}
