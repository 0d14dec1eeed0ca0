package io.offsetwise.adapters.spark.driver.checkpointed;

import io.offsetwise.adapters.spark.checkpoint.CheckpointSecrets;
import io.offsetwise.adapters.spark.checkpoint.Generation;
import io.offsetwise.adapters.spark.checkpoint.Provenance;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.adapters.spark.driver.stream.SessionWork;
import io.offsetwise.adapters.spark.driver.stream.StreamWork;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.session.StreamSession;
import io.offsetwise.application.shared.PerJvm;
import java.util.Objects;

/**
 * Reads by Spark Streaming's direct stream in a context with a checkpoint. Spark keeps the offsets:
 * a driver that could not end in good order goes on from Spark's files. Used in the driver's main
 * thread.
 *
 * @param <R> the job's results
 */
public final class CheckpointedStreamEngine<R> implements StreamEngine {

  private final StreamWork<R> work;
  private final CheckpointUse checkpoint;

  /**
   * An engine that does this work.
   *
   * @param work whose plan leaves offsets to the engine
   * @param checkpoint where Spark's files are, and who tells of them
   */
  public CheckpointedStreamEngine(StreamWork<R> work, CheckpointUse checkpoint) {
    this.work = Objects.requireNonNull(work, "work");
    this.checkpoint = Objects.requireNonNull(checkpoint, "checkpoint");
  }

  /**
   * {@inheritDoc}
   *
   * <p>What a recovery reads first begins at the stored positions or before them: Spark writes into
   * its checkpoint where each batch begins when it plans it, and takes a batch for done only when
   * its function has returned, which is after the positions were written.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE} when the
   *     job cannot travel, a property of Kafka breaks the guarantee, or a secret would be written;
   *     as {@link io.offsetwise.adapters.spark.checkpoint.Generations#open} otherwise
   */
  @Override
  public StreamSession open(StartedStream stream, BatchGate gate, BatchObserver observer) {
    SessionWork<R> session = work.of(stream);
    CheckpointSecrets.requireNone(SparkRuntime.propertiesOf(work.spark()));
    Provenance today =
        new CheckpointedSettings(work.spark(), work.settings(), work.scope())
            .provenance(checkpoint, stream);
    Generation generation = checkpoint.generations().open(stream.context().epoch(), today);
    SessionName name = new SessionName(stream.context().stream(), generation.number());
    PerJvm.get(name).opened(batches(session, generation, gate, observer));
    try {
      return new CheckpointedSession(
          session.start(
              () ->
                  session
                      .contexts()
                      .recoverOrCreate(generation.location(), new RecoveredBatches(name))),
          generation,
          name);
    } catch (RuntimeException failure) {
      CheckpointedSession.release(generation, name);
      throw failure;
    }
  }

  private static CheckpointedBatches batches(
      SessionWork<?> session, Generation generation, BatchGate gate, BatchObserver observer) {
    BatchObserver afterwards =
        batch -> {
          generation.saved(batch.ranges());
          observer.saved(batch);
        };
    return new CheckpointedBatches(session.batches(gate, generation::require, afterwards));
  }
}
