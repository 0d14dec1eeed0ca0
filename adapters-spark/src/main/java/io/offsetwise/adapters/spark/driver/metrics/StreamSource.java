package io.offsetwise.adapters.spark.driver.metrics;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.application.session.SessionObserver;
import io.offsetwise.application.session.StreamFigures;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.metrics.MetricsSystem;
import org.apache.spark.metrics.source.Source;

/**
 * A stream's figures as gauges, under the names that Kafka Lag Exporter has for them. Dropwizard
 * has no labels: they follow the name, each after its own word, as in {@code
 * kafka_consumergroup_group_lag.stream.wallet.topic.payments.partition.0}. Thread-safe.
 */
public final class StreamSource implements Source, SessionObserver, AutoCloseable {

  private static final String NAME = "offsetwise";

  private final MetricRegistry gauges = new MetricRegistry();
  private final MetricsSystem metrics;
  private final StreamName stream;
  private final StreamFigures figures;

  private StreamSource(MetricsSystem metrics, StreamName stream, StreamFigures figures) {
    this.metrics = metrics;
    this.stream = Objects.requireNonNull(stream, "stream");
    this.figures = Objects.requireNonNull(figures, "figures");
  }

  /**
   * Shows figures until it is closed; those of partitions from the start of their session on.
   *
   * @param figures is told of sessions and batches as well
   */
  public static StreamSource register(
      JavaSparkContext spark, StreamName stream, StreamFigures figures) {
    SparkEnv driver = spark.sc().env();
    StreamSource source = new StreamSource(driver.metricsSystem(), stream, figures);
    source.show("kafka_consumergroup_group_sum_lag", figures::sumOfLags);
    source.show("offsetwise_batches", figures::batches);
    source.show("offsetwise_batch_processing_ms", figures::lastProcessingMillis);
    source.show("offsetwise_batch_time_seconds", figures::lastBatchSeconds);
    source.show("offsetwise_dead_letters", figures::deadLetters);
    source.show("offsetwise_holes", figures::holes);
    source.show("offsetwise_open_transactions", figures::partitionsWithOpenTransaction);
    source.show("offsetwise_records", figures::records);
    source.metrics.registerSource(source);
    return source;
  }

  @Override
  public String sourceName() {
    return NAME;
  }

  @Override
  public MetricRegistry metricRegistry() {
    return gauges;
  }

  @Override
  public void started(StartedStream started) {
    started.positions().partitions().forEach(this::show);
    figures.started(started);
  }

  @Override
  public void saved(SavedBatch batch) {
    figures.saved(batch);
  }

  /** Shows them no longer. */
  @Override
  public void close() {
    metrics.removeSource(this);
  }

  private void show(TopicPartition partition) {
    show("kafka_consumergroup_group_offset", partition, () -> figures.position(partition));
    show("kafka_consumergroup_group_lag", partition, () -> figures.lag(partition));
    show("kafka_partition_latest_offset", partition, () -> figures.latestOffset(partition));
  }

  private void show(String name, TopicPartition partition, LongSupplier figure) {
    String number = Integer.toString(partition.partition());
    gauge(
        MetricRegistry.name(ofStream(name), "topic", partition.topic(), "partition", number),
        figure);
  }

  private void show(String name, LongSupplier figure) {
    gauge(ofStream(name), figure);
  }

  private String ofStream(String name) {
    return MetricRegistry.name(name, "stream", stream.value());
  }

  /** A session after the first finds the gauges of its partitions. */
  private void gauge(String name, LongSupplier figure) {
    Gauge<Long> gauge = figure::getAsLong;
    gauges.gauge(name, () -> gauge);
  }
}
