package io.offsetwise.adapters.spark.driver;

import io.offsetwise.application.session.StreamSession;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.streaming.Milliseconds;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kafka010.ConsumerStrategies;
import org.apache.spark.streaming.kafka010.KafkaUtils;
import org.apache.spark.streaming.kafka010.LocationStrategies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One streaming context with one direct stream. Opened, watched and closed in the driver's main
 * thread.
 *
 * <p>DStreams are deprecated upstream; this class alone knows the deprecated type.
 */
@SuppressWarnings("deprecation")
final class DirectStreamSession implements StreamSession {

  private static final Logger LOG = LoggerFactory.getLogger(DirectStreamSession.class);
  private static final long LOOK_WITHOUT_WAITING = 0;

  private final JavaStreamingContext context;
  private final Duration stopBound;
  private final Diagnosis diagnosis;

  private DirectStreamSession(
      JavaStreamingContext context, Duration stopBound, Diagnosis diagnosis) {
    this.context = context;
    this.stopBound = stopBound;
    this.diagnosis = diagnosis;
  }

  /**
   * Starts to read.
   *
   * @param spark stays open when the session closes
   * @param settings batch interval and bound of the stop
   * @param properties the consumers' properties, complete
   * @param positions next offset to read by partition
   * @param batches is handed every batch
   * @param diagnosis explains what fails outside batches
   */
  static DirectStreamSession start(
      JavaSparkContext spark,
      DirectStreamSettings settings,
      Map<String, Object> properties,
      Map<TopicPartition, Long> positions,
      ArrivingBatches<?> batches,
      Diagnosis diagnosis) {
    JavaStreamingContext context =
        new JavaStreamingContext(spark, Milliseconds.apply(settings.batchInterval().toMillis()));
    DirectStreamSession session = new DirectStreamSession(context, settings.stopBound(), diagnosis);
    try {
      KafkaUtils.createDirectStream(
              context,
              LocationStrategies.PreferConsistent(),
              ConsumerStrategies.<byte[], byte[]>Assign(positions.keySet(), properties, positions))
          .foreachRDD((rdd, batchTime) -> batches.arrived(rdd, batchTime));
      context.start();
      return session;
    } catch (Exception failure) {
      session.close();
      throw diagnosis.explain(failure);
    }
  }

  @Override
  public void requireAlive() {
    try {
      if (context.awaitTerminationOrTimeout(LOOK_WITHOUT_WAITING)) {
        throw new IllegalStateException(
            "Spark has stopped the streaming context by itself: the Spark application was probably"
                + " killed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (Exception failure) {
      throw diagnosis.explain(failure);
    }
  }

  @Override
  public void close() {
    FutureTask<Void> stop = new FutureTask<>(() -> context.stop(false, false), null);
    Thread stopping = new Thread(stop, "stop-streaming-context");
    stopping.setDaemon(true);
    stopping.start();
    try {
      stop.get(stopBound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      LOG.warn(
          "Spark did not stop the session within {} ms; going on without it", stopBound.toMillis());
    } catch (ExecutionException failed) {
      LOG.warn("Spark failed to stop the session; going on without it", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
