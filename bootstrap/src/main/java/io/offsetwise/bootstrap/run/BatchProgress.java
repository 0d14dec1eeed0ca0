package io.offsetwise.bootstrap.run;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.session.SavedPositions;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.start.StartFinding;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A line for each saved batch. Lines are made in a thread of their own: the lag is asked from the
 * broker, and a slow broker must not hold up the batch that has just been saved.
 */
final class BatchProgress implements BatchDisplay {

  private final SourceLog log;
  private final SavedPositions positions;
  private final Progress terminal;
  private final ExecutorService printing =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "batch-progress");
            thread.setDaemon(true);
            return thread;
          });

  BatchProgress(SourceLog log, SavedPositions positions, Progress terminal) {
    this.log = log;
    this.positions = positions;
    this.terminal = terminal;
  }

  @Override
  public void started(StartedStream stream) {
    printing.execute(
        () -> {
          terminal.say(
              "stream "
                  + stream.context().stream()
                  + " is claimed under epoch "
                  + stream.context().epoch());
          stream.findings().stream().map(StartFinding::describe).forEach(this::indented);
        });
  }

  @Override
  public void saved(SavedBatch batch) {
    Positions reached = positions.positions();
    printing.execute(() -> print(batch, reached));
  }

  private void print(SavedBatch batch, Positions reached) {
    try {
      terminal.say(BatchLine.of(batch, reached.lagTo(log.logEndOf(reached.partitions()))));
    } catch (StoppedException unreachable) {
      terminal.say("the lag is not known: " + unreachable.getMessage());
    }
  }

  private void indented(String line) {
    terminal.say("  " + line);
  }

  /** Prints what is still to be printed, then ends. */
  @Override
  public void close() {
    printing.shutdown();
    try {
      printing.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
