package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.spark.driver.CheckpointUse;
import io.offsetwise.adapters.spark.driver.CheckpointedStreamEngine;
import io.offsetwise.adapters.spark.driver.DirectStreamEngine;
import io.offsetwise.adapters.spark.driver.DirectStreamSettings;
import io.offsetwise.adapters.spark.driver.SparkRuntime;
import io.offsetwise.adapters.spark.driver.StreamJob;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.source.TopicIdentityProvider;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the engine of any job: what all jobs have in common.
 *
 * @param spark the process's Spark
 * @param settings how the stream reads
 * @param scope how much is saved at a time
 * @param topics opens the topics' identity where a save runs
 * @param collaborators what each save is made with
 * @param checkpoint where Spark keeps the offsets; empty when the job saves them
 */
public record StreamEngines(
    SparkRuntime spark,
    DirectStreamSettings settings,
    SaveScope scope,
    TopicIdentityProvider topics,
    SaveCollaborators collaborators,
    Optional<CheckpointUse> checkpoint) {

  /** The engine that runs {@code job} and saves through what {@code stores} opens. */
  public <R> StreamEngine engine(StreamJob<R> job, StoreProvider<R> stores) {
    Function<StartedStream, Saver<R>> savers = stream -> saver(stream, stores);
    return checkpoint
        .<StreamEngine>map(
            use ->
                new CheckpointedStreamEngine<>(spark.context(), settings, job, scope, savers, use))
        .orElseGet(() -> new DirectStreamEngine<>(spark.context(), settings, job, scope, savers));
  }

  private <R> Saver<R> saver(StartedStream stream, StoreProvider<R> stores) {
    return new Saver<>(
        stream.context(), stores, topics, collaborators.defences(), collaborators.failurePoints());
  }
}
