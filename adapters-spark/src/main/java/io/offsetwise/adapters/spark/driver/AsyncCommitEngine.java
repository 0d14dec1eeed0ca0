package io.offsetwise.adapters.spark.driver;

import io.offsetwise.adapters.spark.executor.Portable;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.session.StreamSession;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Reads by Spark Streaming's direct stream, whose connector commits the offsets of saved batches to
 * a group of Kafka by {@code commitAsync}. A commit is sent when Spark generates a later batch:
 * whatever ends a session, the next one reads at least its last batch again. Used in the driver's
 * main thread.
 *
 * @param <R> the job's results
 */
public final class AsyncCommitEngine<R> implements StreamEngine {

  private final JavaSparkContext spark;
  private final DirectStreamSettings settings;
  private final StreamJob<R> job;
  private final SaveScope scope;
  private final Function<StartedStream, Saver<R>> savers;
  private final CommitGroup group;

  /**
   * An engine on {@code spark}, which it never stops.
   *
   * @param spark configured by {@link SparkRuntime}, so that the guarantee's requirements are met
   * @param settings how to read
   * @param job the user's function
   * @param scope how much is saved at a time
   * @param savers gives the means of saving for a claim, whose plan leaves offsets to the engine
   * @param group where the connector commits them
   */
  public AsyncCommitEngine(
      JavaSparkContext spark,
      DirectStreamSettings settings,
      StreamJob<R> job,
      SaveScope scope,
      Function<StartedStream, Saver<R>> savers,
      CommitGroup group) {
    this.spark = Objects.requireNonNull(spark, "spark");
    this.settings = Objects.requireNonNull(settings, "settings");
    this.job = Objects.requireNonNull(job, "job");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.savers = Objects.requireNonNull(savers, "savers");
    this.group = Objects.requireNonNull(group, "group");
  }

  /**
   * {@inheritDoc}
   *
   * <p>Ask the broker for its partitions first, with a bound: Spark waits for ever for a broker
   * that is not there.
   *
   * @throws io.offsetwise.application.stop.StreamStoppedException with reason {@code IMPOSSIBLE}
   *     when the job cannot travel to executors or a property of Kafka breaks the guarantee
   */
  @Override
  public StreamSession open(StartedStream stream, BatchGate gate, BatchObserver observer) {
    Saver<R> saver = savers.apply(stream);
    Portable.require("the job's function", job.function());
    Portable.require("the job's saver", saver);
    Map<String, Object> properties =
        new ConsumerProperties(settings.kafkaProperties()).forSession(stream.context());
    StreamingContexts contexts =
        StreamingContexts.of(spark, settings, properties, stream.positions());
    EarlierRecords log = new KafkaEarlierRecords(spark, properties);
    CommittingAssignment assignment =
        new CommittingAssignment(contexts, group.name(), group.claims().apply(stream));
    return DirectStreamSession.start(
        () ->
            contexts.create(
                assignment,
                raw -> batches(log, saver, gate, new AsyncCommits(raw), observer)::arrived),
        settings.stopBound(),
        Diagnosis.ofStart(saver, stream.positions()));
  }

  private ArrivingBatches<R> batches(
      EarlierRecords log,
      Saver<R> saver,
      BatchGate gate,
      AsyncCommits commits,
      BatchObserver observer) {
    BatchObserver afterwards =
        batch -> {
          commits.saved(batch);
          observer.saved(batch);
        };
    return new ArrivingBatches<>(job, log, scope, saver, gate, BatchCheck.NONE, afterwards);
  }
}
