package io.offsetwise.adapters.spark.driver;

import io.offsetwise.adapters.spark.driver.runtime.SparkApplicationSettings;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Spark of its own for a test class, with two threads. */
public final class LocalSpark implements BeforeAllCallback, AfterAllCallback {

  private final Map<String, String> properties;
  private SparkRuntime runtime;

  private LocalSpark(Map<String, String> properties) {
    this.properties = properties;
  }

  /** Tasks are not run again after a failure. */
  public static LocalSpark withoutRetries() {
    return with(Map.of());
  }

  /** With these properties over the usual ones. */
  public static LocalSpark with(Map<String, String> others) {
    Map<String, String> properties = new HashMap<>();
    properties.put("spark.master", "local[2]");
    properties.putAll(others);
    return new LocalSpark(properties);
  }

  public JavaSparkContext context() {
    return runtime.context();
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    runtime =
        SparkRuntime.start(
            SparkApplicationSettings.of("test", properties),
            DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);
  }

  @Override
  public void afterAll(ExtensionContext test) {
    runtime.close();
  }
}
