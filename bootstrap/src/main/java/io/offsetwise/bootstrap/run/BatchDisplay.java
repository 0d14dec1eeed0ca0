package io.offsetwise.bootstrap.run;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.session.SavedPositions;
import io.offsetwise.application.session.SessionObserver;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.command.Progress;

/** What a user sees of sessions and batches. */
public interface BatchDisplay extends SessionObserver, AutoCloseable {

  /**
   * What is right for whoever looks: a line for each batch on a terminal, nothing elsewhere; a
   * progress that displays batches itself does so.
   */
  static BatchDisplay on(Progress progress, SourceLog log, SavedPositions positions) {
    if (progress instanceof BatchDisplay display) {
      return display;
    }
    return progress instanceof Progress.Visible terminal
        ? new BatchProgress(log, positions, terminal)
        : new None();
  }

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
