package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.session.StreamSession;
import io.offsetwise.domain.guarantee.SavePlan;

/**
 * Saves by another plan than the guarantee's.
 *
 * @param right reads and saves
 * @param plan the other plan
 */
record ReplannedEngine(StreamEngine right, SavePlan plan) implements StreamEngine {

  @Override
  public StreamSession open(StartedStream stream, BatchGate gate, BatchObserver observer) {
    SaveContext promised = stream.context();
    SaveContext other =
        new SaveContext(promised.stream(), plan, promised.epoch(), promised.topicIds());
    return right.open(
        new StartedStream(other, stream.positions(), stream.findings()), gate, observer);
  }
}
