package io.offsetwise.application.defence;

import io.offsetwise.application.fake.FakeBatchSaver;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.Saver;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import java.util.function.Consumer;

/** One driver of a stream, saving per partition. Like Spark's, it makes batches ahead of saving. */
final class Driver {

  private final FakeStream stream;
  private final FakeBatchSaver saver;
  private final Consumer<Runnable> gate;
  private Positions generated;

  Driver(FakeStream stream, StartedStream started, Collaborators collaborators) {
    Saver<FakeResult> ofClaim =
        new Saver<>(
            started.context(),
            () -> collaborators.store().apply(stream.database(), stream.name()),
            stream.identity(),
            collaborators.defences(),
            FailurePoints.NONE);
    this.stream = stream;
    this.saver = new FakeBatchSaver(stream.log(), ofClaim, SaveScope.PARTITION);
    this.gate = collaborators.gates().get();
    this.generated = started.positions();
  }

  /** Makes the next batch; empty at the log's end. */
  BatchRanges next() {
    BatchRanges batch = stream.next(generated);
    for (OffsetRange range : batch.ranges()) {
      generated = generated.after(range);
    }
    return batch;
  }

  /** Lets the batch pass the gate and saves it. */
  void run(BatchRanges batch) {
    gate.accept(() -> saveTasks(batch));
  }

  /** Saves the batch's ranges as copies of its tasks do, which pass no gate. */
  void saveTasks(BatchRanges batch) {
    saver.save(batch);
  }

  /** Runs all batches that are left. */
  void readToTheEnd() {
    BatchRanges batch = next();
    while (!batch.isEmpty()) {
      run(batch);
      batch = next();
    }
  }
}
