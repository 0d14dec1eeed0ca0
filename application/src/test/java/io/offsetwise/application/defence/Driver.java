package io.offsetwise.application.defence;

import io.offsetwise.application.fake.FakeBatchSaver;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeStream;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.Saver;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Positions;
import java.util.function.Consumer;

/** One driver of a stream. Like Spark's, it makes batches ahead of saving. */
public final class Driver {

  private final FakeStream stream;
  private final FakeBatchSaver saver;
  private final Consumer<Runnable> gate;
  private Positions generated;

  /**
   * A driver that has saved nothing yet.
   *
   * @param stream what it reads and where it saves
   * @param started its claim and where it begins
   * @param scope how much it saves at a time
   * @param collaborators what it is made of
   * @param failurePoints is told of each failure point
   */
  public Driver(
      FakeStream stream,
      StartedStream started,
      SaveScope scope,
      Collaborators collaborators,
      FailurePoints failurePoints) {
    Saver<FakeResult> ofClaim =
        new Saver<>(
            started.context(),
            () -> collaborators.store().apply(stream.database(), stream.name()),
            stream.identity(),
            collaborators.defences(),
            failurePoints);
    this.stream = stream;
    this.saver =
        new FakeBatchSaver(
            stream.log(), ofClaim, scope, collaborators.functions().apply(stream.database()));
    this.gate = collaborators.gates().get();
    this.generated = started.positions();
  }

  /** Makes the next batch; empty at the log's end. */
  public BatchRanges next() {
    BatchRanges batch = stream.next(generated);
    generated = generated.after(batch.ranges());
    return batch;
  }

  /** Lets the batch pass the gate and saves it. */
  public void run(BatchRanges batch) {
    gate.accept(() -> saveTasks(batch));
  }

  /** Saves the batch's ranges as copies of its tasks do, which pass no gate. */
  public void saveTasks(BatchRanges batch) {
    saver.save(batch);
  }

  /** Runs all batches that are left. */
  public void readToTheEnd() {
    BatchRanges batch = next();
    while (!batch.isEmpty()) {
      run(batch);
      batch = next();
    }
  }
}
