package io.offsetwise.bootstrap.sample.wallet.fault;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.run.BatchDisplay;
import java.util.List;

/**
 * Shows nothing and keeps the batches.
 *
 * @param batches takes them, from a thread of the job
 * @param look is called after each, in that thread
 */
record SeenBatches(List<SavedBatch> batches, Runnable look) implements Progress, BatchDisplay {

  @Override
  public void say(String line) {}

  @Override
  public <X extends Exception> void count(String what, long total, CountedWork<X> work) throws X {
    work.run(done -> {});
  }

  @Override
  public void started(StartedStream stream) {}

  @Override
  public void saved(SavedBatch batch) {
    batches.add(batch);
    look.run();
  }

  @Override
  public void close() {}
}
