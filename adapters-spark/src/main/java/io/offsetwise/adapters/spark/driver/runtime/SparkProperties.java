package io.offsetwise.adapters.spark.driver.runtime;

import io.offsetwise.adapters.spark.executor.RecordKryoRegistrator;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.metrics.sink.PrometheusServlet;

/** Decides Spark's properties from the user's, from defaults, and from what a guarantee needs. */
final class SparkProperties {

  private static final String NAME = "spark.app.name";
  private static final String REGISTRATORS = "spark.kryo.registrator";
  private static final String PROMETHEUS = "spark.metrics.conf.driver.sink.prometheusServlet.";
  private static final String LOOPBACK = "127.0.0.1";
  private static final String NEVER = "0";

  private final SparkApplicationSettings settings;
  private final DeliveryGuarantee guarantee;

  SparkProperties(SparkApplicationSettings settings, DeliveryGuarantee guarantee) {
    this.settings = settings;
    this.guarantee = guarantee;
  }

  /**
   * All properties.
   *
   * @param launched what {@code spark-submit} or system properties set; the user's settings win
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE}
   */
  Map<String, String> over(Map<String, String> launched) {
    Map<String, String> properties = new LinkedHashMap<>(launched);
    properties.putAll(settings.properties());
    putDefaults(properties);
    properties.merge(REGISTRATORS, RecordKryoRegistrator.class.getName(), SparkProperties::append);
    return new SparkRequirements(guarantee).applyTo(properties);
  }

  private void putDefaults(Map<String, String> properties) {
    properties.merge(NAME, settings.applicationName(), SparkProperties::unlessOfAFile);
    properties.putIfAbsent(SparkMaster.PROPERTY, SparkMaster.STANDARD.url());
    properties.putIfAbsent("spark.ui.enabled", "false");
    // A job that somebody kills there ends the stream, and a GET is enough for it.
    properties.putIfAbsent("spark.ui.killEnabled", "false");
    // Where the UI is on, it shows the driver's metrics to Prometheus as well.
    properties.putIfAbsent(PROMETHEUS + "class", PrometheusServlet.class.getName());
    properties.putIfAbsent(PROMETHEUS + "path", "/metrics/prometheus");
    properties.putIfAbsent(
        "spark.streaming.kafka.maxRatePerPartition", Long.toString(settings.maxRatePerPartition()));
    // The stream caches no batch. Removing what is not there would still be under way when Spark
    // stops, and Scala prints the stack traces of its late answers to the terminal.
    properties.putIfAbsent("spark.streaming.unpersist", "false");
    SparkMaster master = SparkMaster.of(properties);
    if (master.isOneMachine()) {
      // Nobody on another machine needs its ports, and its host name need not resolve.
      properties.putIfAbsent("spark.driver.host", LOOPBACK);
      properties.putIfAbsent("spark.driver.bindAddress", LOOPBACK);
    }
    if (master.isOneProcess()) {
      // There is no executor that Spark might kill after a fatal error of a task: it would end
      // this process with a code of its own, before the stream can say why.
      properties.putIfAbsent("spark.executor.killOnFatalError.depth", NEVER);
    }
  }

  /** {@code spark-submit --name}; without it, {@code spark-submit} takes the name of the jar. */
  private static String unlessOfAFile(String launched, String ours) {
    return launched.endsWith(".jar") ? ours : launched;
  }

  private static String append(String present, String ours) {
    return present.contains(ours) ? present : present + "," + ours;
  }
}
