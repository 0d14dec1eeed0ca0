package io.offsetwise.adapters.spark.driver.stream;

import io.offsetwise.adapters.spark.driver.batch.StreamJob;
import io.offsetwise.adapters.spark.driver.runtime.ConsumerProperties;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.adapters.spark.executor.Portable;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.source.RangeReaders;
import io.offsetwise.domain.guarantee.SaveScope;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * What is read and how it is saved: the same for every engine. Used in the driver's main thread.
 *
 * @param spark configured by {@link SparkRuntime}, so that the guarantee's requirements are met;
 *     engines never stop it
 * @param settings how to read
 * @param job the user's function
 * @param scope how much is saved at a time
 * @param retry how often a batch is saved again after a failure that may pass
 * @param readers gives what reads ranges by the name of who reads
 * @param savers gives the means of saving for a claim
 * @param <R> the job's results
 */
public record StreamWork<R>(
    JavaSparkContext spark,
    DirectStreamSettings settings,
    StreamJob<R> job,
    SaveScope scope,
    RetryBound retry,
    Function<String, RangeReaders> readers,
    Function<StartedStream, Saver<R>> savers) {

  public StreamWork {
    Objects.requireNonNull(spark, "spark");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(job, "job");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(retry, "retry");
    Objects.requireNonNull(readers, "readers");
    Objects.requireNonNull(savers, "savers");
  }

  /**
   * The work of one session; nothing is opened yet.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE} when the
   *     job cannot travel to executors or a property of Kafka breaks the guarantee
   */
  public SessionWork<R> of(StartedStream stream) {
    Saver<R> saver = savers.apply(stream);
    Portable.require("the job's function", job.function());
    Portable.require("the job's saver", saver);
    Map<String, Object> properties =
        new ConsumerProperties(settings.kafkaProperties()).forSession(stream.context());
    return new SessionWork<>(
        this, stream, saver, StreamingContexts.of(spark, settings, properties, stream.positions()));
  }
}
