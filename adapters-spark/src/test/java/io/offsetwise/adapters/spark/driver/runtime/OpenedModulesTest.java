package io.offsetwise.adapters.spark.driver.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StoppedException;
import org.junit.jupiter.api.Test;

/** Whether Spark can start in this Java. */
class OpenedModulesTest {

  @Test
  void whatIsMissingIsNamedWithTheOptionsThatOpenIt() {
    assertThatThrownBy(() -> OpenedModules.require(false))
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining("sun.nio.ch")
        .hasMessageContaining("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
  }

  @Test
  void aJavaThatWasStartedForSparkIsTaken() {
    assertThatCode(OpenedModules::require).doesNotThrowAnyException();
  }
}
