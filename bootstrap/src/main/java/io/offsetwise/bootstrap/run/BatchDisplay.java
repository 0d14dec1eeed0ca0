package io.offsetwise.bootstrap.run;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.session.SavedPositions;
import io.offsetwise.application.session.SessionObserver;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.domain.start.StartFinding;
import io.offsetwise.domain.start.UnexplainedPosition;

/** What a user sees of sessions and batches. */
public interface BatchDisplay extends SessionObserver, AutoCloseable {

  /**
   * What is right for whoever looks: a line for each batch on a terminal, and elsewhere only what a
   * start warns of; a progress that displays batches itself does so.
   */
  static BatchDisplay on(Progress progress, SourceLog log, SavedPositions positions) {
    if (progress instanceof BatchDisplay display) {
      return display;
    }
    return progress instanceof Progress.Visible terminal
        ? new BatchProgress(log, positions, terminal)
        : new StartWarnings(progress);
  }

  @Override
  void close();

  /**
   * Nobody looks, but somebody reads later that positions were adopted which others have set.
   *
   * @param progress takes the warnings
   */
  record StartWarnings(Progress progress) implements BatchDisplay {
    @Override
    public void started(StartedStream stream) {
      stream.findings().stream()
          .filter(
              finding ->
                  finding instanceof StartFinding.Adopted || finding instanceof UnexplainedPosition)
          .map(StartFinding::describe)
          .forEach(progress::warn);
    }

    @Override
    public void saved(SavedBatch batch) {}

    @Override
    public void close() {}
  }
}
