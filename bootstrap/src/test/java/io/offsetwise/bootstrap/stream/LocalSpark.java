package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.spark.driver.runtime.SparkApplicationSettings;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Spark of its own for a test class, with small batches. */
public final class LocalSpark implements BeforeAllCallback, AfterAllCallback {

  /** Records per second and partition. */
  private static final long RATE = 100;

  private final String master;
  private final DeliveryGuarantee guarantee;
  private SparkRuntime runtime;

  private LocalSpark(String master, DeliveryGuarantee guarantee) {
    this.master = master;
    this.guarantee = guarantee;
  }

  /** Two threads; a task runs once. */
  public LocalSpark() {
    this("local[2]", DeliveryGuarantee.AT_MOST_ONCE);
  }

  /** Two threads; a task that fails runs once more. */
  public static LocalSpark withRetries() {
    return new LocalSpark("local[2,2]", DeliveryGuarantee.AT_LEAST_ONCE);
  }

  @Override
  public void beforeAll(ExtensionContext test) {
    runtime =
        SparkRuntime.start(
            new SparkApplicationSettings("test", Map.of("spark.master", master), RATE), guarantee);
  }

  @Override
  public void afterAll(ExtensionContext test) {
    runtime.close();
  }

  public JavaSparkContext context() {
    return runtime.context();
  }
}
