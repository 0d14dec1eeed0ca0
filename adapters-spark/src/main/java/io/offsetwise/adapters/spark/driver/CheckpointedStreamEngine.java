package io.offsetwise.adapters.spark.driver;

import io.offsetwise.adapters.spark.checkpoint.CheckpointSecrets;
import io.offsetwise.adapters.spark.checkpoint.Generation;
import io.offsetwise.adapters.spark.checkpoint.Stamp;
import io.offsetwise.adapters.spark.executor.Portable;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.session.StreamSession;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Reads by Spark Streaming's direct stream in a context with a checkpoint. Spark keeps the offsets:
 * a driver that could not end in good order goes on from Spark's files. Used in the driver's main
 * thread.
 *
 * @param <R> the job's results
 */
public final class CheckpointedStreamEngine<R> implements StreamEngine {

  private final JavaSparkContext spark;
  private final DirectStreamSettings settings;
  private final StreamJob<R> job;
  private final SaveScope scope;
  private final Function<StartedStream, Saver<R>> savers;
  private final CheckpointUse checkpoint;

  /**
   * An engine on {@code spark}, which it never stops.
   *
   * @param spark configured by {@link SparkRuntime}, so that the guarantee's requirements are met
   * @param settings how to read
   * @param job the user's function
   * @param scope how much is saved at a time
   * @param savers gives the means of saving for a claim, whose plan leaves offsets to the engine
   * @param checkpoint where Spark's files are, and who tells of them
   */
  public CheckpointedStreamEngine(
      JavaSparkContext spark,
      DirectStreamSettings settings,
      StreamJob<R> job,
      SaveScope scope,
      Function<StartedStream, Saver<R>> savers,
      CheckpointUse checkpoint) {
    this.spark = Objects.requireNonNull(spark, "spark");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.job = Objects.requireNonNull(job, "job");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.savers = Objects.requireNonNull(savers, "savers");
    this.checkpoint = Objects.requireNonNull(checkpoint, "checkpoint");
  }

  /**
   * {@inheritDoc}
   *
   * <p>What a recovery reads first begins at the stored positions or before them: Spark writes into
   * its checkpoint where each batch begins when it plans it, and takes a batch for done only when
   * its function has returned, which is after the positions were written.
   *
   * @throws io.offsetwise.application.stop.StreamStoppedException with reason {@code IMPOSSIBLE}
   *     when the job cannot travel, a property of Kafka breaks the guarantee, or a secret would be
   *     written; as {@link io.offsetwise.adapters.spark.checkpoint.Generations#open} otherwise
   */
  @Override
  public StreamSession open(StartedStream stream, BatchGate gate, BatchObserver observer) {
    Saver<R> saver = savers.apply(stream);
    Portable.require("the job's function", job.function());
    Portable.require("the job's saver", saver);
    Map<String, Object> properties =
        new ConsumerProperties(settings.kafkaProperties()).forSession(stream.context());
    CheckpointSecrets.requireNone(SparkRuntime.propertiesOf(spark), settings.kafkaProperties());
    Stamp stamp = new CheckpointedSettings(spark, settings, scope).stamp(checkpoint, stream);
    Generation generation = checkpoint.generations().open(stream.context().epoch(), stamp);
    SessionName name = new SessionName(stream.context().stream(), generation.number());
    PerJvm.get(name).opened(batches(saver, properties, generation, gate, observer));
    Diagnosis diagnosis = Diagnosis.ofStart(saver, stream.positions());
    StreamingContexts contexts =
        StreamingContexts.of(spark, settings, properties, stream.positions());
    try {
      return new CheckpointedSession(
          DirectStreamSession.start(
              () -> contexts.recoverOrCreate(generation.location(), new RecoveredBatches(name)),
              settings.stopBound(),
              diagnosis),
          generation,
          name);
    } catch (RuntimeException failure) {
      CheckpointedSession.release(generation, name);
      throw failure;
    }
  }

  private CheckpointedBatches batches(
      Saver<R> saver,
      Map<String, Object> properties,
      Generation generation,
      BatchGate gate,
      BatchObserver observer) {
    BatchObserver afterwards =
        batch -> {
          generation.saved(batch.ranges());
          observer.saved(batch);
        };
    EarlierRecords log = new KafkaEarlierRecords(spark, properties);
    return new CheckpointedBatches(
        new ArrivingBatches<>(job, log, scope, saver, gate, generation::require, afterwards));
  }
}
