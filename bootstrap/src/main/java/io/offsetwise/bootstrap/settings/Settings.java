package io.offsetwise.bootstrap.settings;

import io.offsetwise.domain.guarantee.SavePlan;
import java.nio.file.Path;

/**
 * All settings, validated. Lives on the driver and in the command line; nothing of it travels to
 * executors.
 *
 * @param dataDir absolute folder of logs and local services; it need not exist yet
 * @param job what the job is and promises
 * @param offsets where offsets are kept
 * @param kafka how Kafka is reached and read
 * @param storage how the results' database is reached
 * @param window how long the windows of message-windows are
 * @param start what a start may do
 * @param session how a running session watches its topics
 * @param stop how a stop is bounded
 * @param feed how payments are generated
 * @param local the local services
 * @param spark what is passed to Spark
 */
public record Settings(
    Path dataDir,
    JobSettings job,
    OffsetsSettings offsets,
    KafkaSettings kafka,
    StorageSettings storage,
    WindowSettings window,
    StartSettings start,
    SessionSettings session,
    StopSettings stop,
    FeedSettings feed,
    LocalSettings local,
    SparkSettings spark) {

  /** One for a batch that is saved there, one for what looks at the stream beside it. */
  private static final int CONNECTIONS_OF_DRIVER = 2;

  /**
   * The commits of each save of the job.
   *
   * @throws IllegalStateException when the guarantee cannot leave its offsets to this storage
   */
  public SavePlan plan() {
    return job.guarantee().planFor(offsets.storage());
  }

  /** The same with other settings of Spark. */
  public Settings with(SparkSettings others) {
    return new Settings(
        dataDir, job, offsets, kafka, storage, window, start, session, stop, feed, local, others);
  }

  /** Most connections in the pool of one JVM. */
  public int poolSize() {
    return storage.poolSize().orElseGet(() -> spark.tasksAtATime() + CONNECTIONS_OF_DRIVER);
  }
}
