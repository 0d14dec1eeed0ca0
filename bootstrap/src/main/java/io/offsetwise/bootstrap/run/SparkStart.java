package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.spark.driver.runtime.SparkApplicationSettings;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.bootstrap.settings.BrokerAddress;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The start of Spark, which takes seconds: with a local broker it goes on beside that of everything
 * else. With somebody else's broker it waits until that and the database were looked at, because
 * Spark may take up room on a cluster.
 */
final class SparkStart implements AutoCloseable {

  private final SparkApplicationSettings wanted;
  private final DeliveryGuarantee guarantee;
  private final CompletableFuture<Optional<SparkRuntime>> early;

  private SparkStart(Settings settings) {
    this.wanted =
        new SparkApplicationSettings(
            settings.job().name().value(),
            ExecutorJars.sentBy(settings.spark())
                .orScratchIn(settings.dataDir().resolve("spark"))
                .properties(),
            settings.kafka().maxRatePerPartition());
    this.guarantee = settings.job().guarantee();
    this.early =
        settings.kafka().bootstrapServers() instanceof BrokerAddress.Local
            ? begun(wanted, guarantee)
            : CompletableFuture.completedFuture(Optional.empty());
  }

  /** Begins it, unless it is to wait. */
  static SparkStart of(Settings settings) {
    return new SparkStart(Objects.requireNonNull(settings, "settings"));
  }

  /**
   * Spark, when it has started. A start that failed is tried once more, so that whoever needs Spark
   * is told why.
   *
   * @return to be closed by the caller
   */
  SparkRuntime spark() {
    return early.join().orElseGet(() -> SparkRuntime.start(wanted, guarantee));
  }

  /** Stops what was begun early, whether it was asked for or not. */
  @Override
  public void close() {
    early.join().ifPresent(SparkRuntime::close);
  }

  private static CompletableFuture<Optional<SparkRuntime>> begun(
      SparkApplicationSettings wanted, DeliveryGuarantee guarantee) {
    return CompletableFuture.supplyAsync(
            () -> SparkRuntime.start(wanted, guarantee), SparkStart::inThread)
        .handle((spark, failure) -> Optional.ofNullable(spark));
  }

  /** A thread of its own finds the classes that its maker finds: those of the job's jars too. */
  private static void inThread(Runnable start) {
    Thread thread = new Thread(start, "start-spark");
    thread.setDaemon(true);
    thread.start();
  }
}
