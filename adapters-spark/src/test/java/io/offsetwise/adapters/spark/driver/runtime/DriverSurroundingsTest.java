package io.offsetwise.adapters.spark.driver.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DriverSurroundingsTest {

  private static final String MASTER = SparkMaster.PROPERTY;

  @Test
  void aDriverThatExecutorsWouldNotFindIsRefused() {
    assertThatThrownBy(
            () -> DriverSurroundings.requireReachable(Map.of(MASTER, "spark://m:7077"), () -> true))
        .asInstanceOf(InstanceOfAssertFactories.type(StoppedException.class))
        .returns(StopReason.UNAVAILABLE, StoppedException::reason)
        .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
        .contains("set SPARK_LOCAL_IP, or spark.driver.host");
  }

  @Test
  void oneThatTheyFindIsNot() {
    assertThatCode(
            () -> {
              DriverSurroundings.requireReachable(Map.of(MASTER, "spark://m:7077"), () -> false);
              DriverSurroundings.requireReachable(
                  Map.of(MASTER, "yarn", "spark.driver.host", "192.0.2.1"), () -> true);
              DriverSurroundings.requireReachable(Map.of(MASTER, "local[2]"), () -> true);
              DriverSurroundings.requireReachable(Map.of(), () -> true);
            })
        .doesNotThrowAnyException();
  }
}
