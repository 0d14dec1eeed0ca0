package io.offsetwise.adapters.spark.driver.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutorStartTest {

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"local", "local[2]", "local[*,4]"})
  void threadsNeedNothing(String master) {
    assertThatCode(() -> ExecutorStart.require(Map.of("spark.master", master), Map.of()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"spark://host:7077", "yarn", "k8s://https://host", "local-cluster[2,1,9]"})
  void processesNeedTheProgramsClasses(String master) {
    assertThatThrownBy(() -> ExecutorStart.require(Map.of("spark.master", master), Map.of()))
        .isInstanceOf(StoppedException.class)
        .hasMessageStartingWith("spark.master = " + master + " without spark-submit")
        .hasMessageContaining("offsetwise-cluster.jar");
  }

  @ParameterizedTest
  @CsvSource({
    "spark.submit.deployMode,       client",
    "spark.jars,                    /jars/offsetwise-cluster.jar",
    "spark.executor.extraClassPath, /jars/*"
  })
  void whichComeInThreeWays(String property, String value) {
    Map<String, String> properties = Map.of("spark.master", "spark://host:7077", property, value);

    assertThatCode(() -> ExecutorStart.require(properties, Map.of())).doesNotThrowAnyException();
  }

  @Test
  void workersOfThisProcessNeedADistributionToo() throws IOException {
    Map<String, String> properties =
        Map.of("spark.master", "local-cluster[2,1,1024]", "spark.jars", "offsetwise-cluster.jar");
    Map<String, String> environment = Map.of("SPARK_HOME", home.toString());

    assertThatThrownBy(() -> ExecutorStart.require(properties, Map.of()))
        .hasMessageContaining("SPARK_HOME names none (it is null)");
    assertThatThrownBy(() -> ExecutorStart.require(properties, environment))
        .hasMessageContaining("SPARK_HOME names none (it is " + home + ")");

    Files.createDirectory(home.resolve("jars"));
    assertThatCode(() -> ExecutorStart.require(properties, environment)).doesNotThrowAnyException();
  }
}
