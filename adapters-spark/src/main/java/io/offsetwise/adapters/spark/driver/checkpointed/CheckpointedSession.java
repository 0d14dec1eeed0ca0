package io.offsetwise.adapters.spark.driver.checkpointed;

import io.offsetwise.adapters.spark.checkpoint.Generation;
import io.offsetwise.application.session.StreamSession;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.stop.StoppedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session over a generation, which ends together with it: whoever can close a session knows what
 * was saved, and the next one need not repeat anything. Spark's files are for those who could not.
 */
final class CheckpointedSession implements StreamSession {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointedSession.class);

  private final StreamSession session;
  private final Generation generation;
  private final SessionName name;

  CheckpointedSession(StreamSession session, Generation generation, SessionName name) {
    this.session = session;
    this.generation = generation;
    this.name = name;
  }

  @Override
  public void requireAlive() {
    session.requireAlive();
  }

  @Override
  public void close() {
    session.close();
    release(generation, name);
  }

  /** Ends the generation if it can be written that it has ended; else it will be recovered. */
  static void release(Generation generation, SessionName name) {
    try {
      PerJvm.close(name);
      generation.end();
    } catch (StoppedException unwritable) {
      LOG.warn("generation {} stays open and will be recovered", name.generation(), unwritable);
    } catch (Exception e) {
      throw new IllegalStateException(e); // CurrentSession throws none
    }
  }
}
