package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.session.StreamSession;

/**
 * Lets every batch in, whatever the ones before it came to, as Spark Streaming does.
 *
 * @param right reads and saves
 */
record UnlatchedEngine(StreamEngine right) implements StreamEngine {

  @Override
  public StreamSession open(StartedStream stream, BatchGate gate, BatchObserver observer) {
    return new Unwatched(right.open(stream, new Unlatched(), observer));
  }

  private static final class Unlatched extends BatchGate {

    @Override
    public void pass(Runnable batch) {
      batch.run();
    }
  }

  /** Nobody hears of failed batches from Spark either. */
  private record Unwatched(StreamSession session) implements StreamSession {

    @Override
    public void requireAlive() {}

    @Override
    public void close() {
      session.close();
    }
  }
}
