package io.offsetwise.adapters.spark.driver.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where tasks run, as Spark reads it from a master. */
class SparkMasterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local                     | true  | true  | 1",
        "local[7]                  | true  | true  | 7",
        "local[7, 3]               | true  | true  | 7",
        "local[*]                  | true  | true  |",
        "local[*,4]                | true  | true  |",
        "local[many]               | true  | true  |",
        "local-cluster[2,3,1024]   | false | true  | 3",
        "local-cluster[2, 1, 1024] | false | true  | 1",
        "localhost:7077            | false | false |",
        "spark://localhost:7077    | false | false |",
        "yarn                      | false | false |",
        "k8s://https://local:443   | false | false |",
      })
  void aMasterSaysWhereTasksRun(
      String url, boolean oneProcess, boolean oneMachine, Integer processors) {
    SparkMaster master = new SparkMaster(url);

    assertThat(master.isOneProcess()).isEqualTo(oneProcess);
    assertThat(master.isOneMachine()).isEqualTo(oneMachine);
    assertThat(master.processorsOfOneProcess().orElse(null)).isEqualTo(processors);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"local[2,4] | true", "local[*, 2] | true", "local[2,1] | false", "local[2] | false"})
  void itSaysWhetherAFailedTaskIsRunAgain(String url, boolean again) {
    assertThat(new SparkMaster(url).repeatsTasks()).isEqualTo(again);
  }

  @Test
  void withoutOneEveryProcessorOfThisProcessIsMeant() {
    assertThat(SparkMaster.of(Map.of())).isEqualTo(new SparkMaster("local[*]"));
  }
}
