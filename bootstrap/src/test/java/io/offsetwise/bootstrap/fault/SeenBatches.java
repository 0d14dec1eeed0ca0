package io.offsetwise.bootstrap.fault;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.session.SavedPositions;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.run.BatchDisplay;
import io.offsetwise.bootstrap.run.Progress;
import java.util.List;

/**
 * Shows nothing and keeps the batches.
 *
 * @param batches takes them, from a thread of the job
 */
record SeenBatches(List<SavedBatch> batches) implements Progress {

  @Override
  public void say(String line) {}

  @Override
  public <X extends Exception> void count(String what, long total, CountedWork<X> work) throws X {
    work.run(done -> {});
  }

  @Override
  public BatchDisplay batches(SourceLog log, SavedPositions positions) {
    return new Kept(batches);
  }

  private record Kept(List<SavedBatch> batches) implements BatchDisplay {

    @Override
    public void started(StartedStream stream) {}

    @Override
    public void saved(SavedBatch batch) {
      batches.add(batch);
    }

    @Override
    public void close() {}
  }
}
