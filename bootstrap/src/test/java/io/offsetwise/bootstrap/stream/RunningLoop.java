package io.offsetwise.bootstrap.stream;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.session.SavedPositions;
import io.offsetwise.application.session.SessionEnd;
import io.offsetwise.application.session.SessionLoop;
import io.offsetwise.application.session.SessionObserver;
import io.offsetwise.application.session.SessionTimes;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.session.StreamEngine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A session loop in a thread of its own, so that a test can act while it runs. */
public final class RunningLoop implements SessionObserver {

  private static final Duration LONGEST_RUN = Duration.ofSeconds(90);

  private final StopRequest stop = new StopRequest();
  private final SavedPositions progress = new SavedPositions();
  private final List<StartedStream> sessions = new CopyOnWriteArrayList<>();
  private final List<SavedBatch> batches = new CopyOnWriteArrayList<>();
  private final FutureTask<SessionEnd> run;

  private RunningLoop(
      TestedStream stream, StreamEngine engine, RunLimit limit, Duration partitionCheck) {
    SessionTimes times =
        new SessionTimes(Duration.ofMillis(50), partitionCheck, Duration.ofSeconds(20));
    SessionLoop loop = new SessionLoop(stream.start(), engine, stream.log(), times, stop);
    this.run = new FutureTask<>(() -> loop.run(limit, progress, this));
  }

  public static RunningLoop start(
      TestedStream stream, StreamEngine engine, RunLimit limit, Duration partitionCheck) {
    RunningLoop loop = new RunningLoop(stream, engine, limit, partitionCheck);
    Thread thread = new Thread(loop.run, "session-loop");
    thread.setDaemon(true);
    thread.start();
    return loop;
  }

  /** Waits for the end of the loop. */
  public SessionEnd end() throws InterruptedException, ExecutionException, TimeoutException {
    return run.get(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS);
  }

  void requestStop() {
    stop.request();
  }

  List<StartedStream> sessions() {
    return sessions;
  }

  List<SavedBatch> batches() {
    return batches;
  }

  SavedPositions progress() {
    return progress;
  }

  @Override
  public void started(StartedStream stream) {
    sessions.add(stream);
  }

  @Override
  public void saved(SavedBatch batch) {
    batches.add(batch);
  }
}
