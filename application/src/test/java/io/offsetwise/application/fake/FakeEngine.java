package io.offsetwise.application.fake;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.SaveContext;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.session.StreamSession;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An engine whose batches run when a test says so. */
public final class FakeEngine implements StreamEngine {

  private final FakeLog log;
  private final SaveScope scope;
  private final Function<SaveContext, Saver<FakeResult>> savers;
  private final long rangeLimit;
  private final List<FakeSession> sessions = new CopyOnWriteArrayList<>();

  /**
   * An engine without a session.
   *
   * @param log what it reads
   * @param scope how much it saves at a time
   * @param savers what it saves through, made for each session
   * @param rangeLimit the largest number of offsets that a batch takes of a partition
   */
  public FakeEngine(
      FakeLog log,
      SaveScope scope,
      Function<SaveContext, Saver<FakeResult>> savers,
      long rangeLimit) {
    this.log = log;
    this.scope = scope;
    this.savers = savers;
    this.rangeLimit = rangeLimit;
  }

  @Override
  public StreamSession open(StartedStream stream, BatchGate gate, BatchObserver observer) {
    FakeBatchSaver saver = new FakeBatchSaver(log, savers.apply(stream.context()), scope);
    FakeSession session = new FakeSession(stream, gate, observer, saver, rangeLimit);
    sessions.add(session);
    return session;
  }

  /** The sessions that were opened so far, oldest first. */
  public List<FakeSession> sessions() {
    return List.copyOf(sessions);
  }
}
