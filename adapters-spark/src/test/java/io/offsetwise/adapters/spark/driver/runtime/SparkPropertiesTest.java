package io.offsetwise.adapters.spark.driver.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.spark.executor.RecordKryoRegistrator;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SparkPropertiesTest {

  private static final String RATE = "spark.streaming.kafka.maxRatePerPartition";
  private static final String REGISTRATOR = "spark.kryo.registrator";
  private static final String FATAL = "spark.executor.killOnFatalError.depth";

  @Test
  void hasADefaultForWhatNobodySet() {
    assertThat(propertiesFrom(Map.of(), Map.of()))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("spark.app.name", "wallet"),
                Map.entry("spark.master", "local[*]"),
                Map.entry("spark.ui.enabled", "false"),
                Map.entry("spark.ui.killEnabled", "false"),
                Map.entry(
                    "spark.metrics.conf.driver.sink.prometheusServlet.class",
                    "org.apache.spark.metrics.sink.PrometheusServlet"),
                Map.entry(
                    "spark.metrics.conf.driver.sink.prometheusServlet.path", "/metrics/prometheus"),
                Map.entry("spark.driver.host", "127.0.0.1"),
                Map.entry("spark.driver.bindAddress", "127.0.0.1"),
                Map.entry(FATAL, "0"),
                Map.entry("spark.streaming.concurrentJobs", "1"),
                Map.entry("spark.dynamicAllocation.enabled", "false"),
                Map.entry("spark.streaming.dynamicAllocation.enabled", "false"),
                Map.entry("spark.streaming.unpersist", "false"),
                Map.entry(RATE, "10000"),
                Map.entry(REGISTRATOR, RecordKryoRegistrator.class.getName())));
  }

  @Test
  void theUserWinsOverTheLaunchAndOverDefaults() {
    assertThat(
            propertiesFrom(
                Map.of("spark.master", "yarn", "spark.executor.cores", "4"),
                Map.of("spark.master", "local[2]", RATE, "7", "spark.ui.enabled", "true")))
        .containsEntry("spark.master", "local[2]")
        .containsEntry("spark.executor.cores", "4")
        .containsEntry(RATE, "7")
        .containsEntry("spark.ui.enabled", "true");
  }

  @Test
  void theNameOfAJarIsNoName() {
    assertThat(propertiesFrom(Map.of("spark.app.name", "offsetwise-cluster.jar"), Map.of()))
        .containsEntry("spark.app.name", "wallet");
    assertThat(propertiesFrom(Map.of("spark.app.name", "evening"), Map.of()))
        .containsEntry("spark.app.name", "evening");
  }

  @Test
  void onAClusterHostAndExecutorsAreLeftToSpark() {
    assertThat(propertiesFrom(Map.of("spark.master", "spark://127.0.0.1:7077"), Map.of()))
        .doesNotContainKeys("spark.driver.host", "spark.driver.bindAddress", FATAL);
  }

  @Test
  void aRegistratorOfTheUserStays() {
    String ours = RecordKryoRegistrator.class.getName();

    assertThat(propertiesFrom(Map.of(), Map.of(REGISTRATOR, "com.example.Theirs")))
        .containsEntry(REGISTRATOR, "com.example.Theirs," + ours);
    assertThat(propertiesFrom(Map.of(), Map.of(REGISTRATOR, ours)))
        .containsEntry(REGISTRATOR, ours);
  }

  private static Map<String, String> propertiesFrom(
      Map<String, String> launched, Map<String, String> ofUser) {
    return new SparkProperties(
            SparkApplicationSettings.of("wallet", ofUser),
            DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE)
        .over(launched);
  }
}
