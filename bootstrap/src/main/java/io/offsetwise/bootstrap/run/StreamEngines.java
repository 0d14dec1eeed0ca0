package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.read.KafkaRangeReaders;
import io.offsetwise.adapters.spark.driver.batch.StreamJob;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.adapters.spark.driver.stream.DirectStreamSettings;
import io.offsetwise.adapters.spark.driver.stream.StreamWork;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.PoisonPolicy;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.source.TopicIdentityProvider;
import io.offsetwise.bootstrap.stream.StreamStorage;
import io.offsetwise.domain.guarantee.SaveScope;

/**
 * Makes the engine of any job: what all jobs have in common.
 *
 * @param spark the process's Spark
 * @param settings how the stream reads
 * @param scope how much is saved at a time
 * @param retry how often a batch is saved again after a failure that may pass
 * @param kafka where ranges are read
 * @param topics opens the topics' identity where a save runs
 * @param collaborators what each save is made with
 * @param poison what becomes of a record at which the job's function throws
 * @param storage of the offsets
 */
public record StreamEngines(
    SparkRuntime spark,
    DirectStreamSettings settings,
    SaveScope scope,
    RetryBound retry,
    KafkaConnection kafka,
    TopicIdentityProvider topics,
    SaveCollaborators collaborators,
    PoisonPolicy poison,
    StreamStorage storage) {

  /** The engine that runs {@code job} and saves its results through {@code writers}. */
  public <R> StreamEngine engine(StreamJob<R> job, ResultWriters<R> writers) {
    return engine(job, storage.commits(writers));
  }

  /** The engine that runs {@code job} and saves through what {@code stores} opens. */
  public <R> StreamEngine engine(StreamJob<R> job, StoreProvider<CommitStore<R>> stores) {
    return storage.engine(
        new StreamWork<>(
            spark.context(),
            settings,
            job,
            scope,
            retry,
            name -> new KafkaRangeReaders(kafka, name),
            stream -> saver(stream, stores)));
  }

  private <R> Saver<R> saver(StartedStream stream, StoreProvider<CommitStore<R>> stores) {
    return new Saver<>(
        stream.context(),
        stores,
        topics,
        collaborators.defences(),
        collaborators.failurePoints(),
        poison);
  }
}
