package io.offsetwise.bootstrap.run;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.session.SessionObserver;

/** What a user sees of sessions and batches. */
public interface BatchDisplay extends SessionObserver, AutoCloseable {

  @Override
  void close();

  /** Nobody looks. */
  record None() implements BatchDisplay {
    @Override
    public void started(StartedStream stream) {}

    @Override
    public void saved(SavedBatch batch) {}

    @Override
    public void close() {}
  }
}
