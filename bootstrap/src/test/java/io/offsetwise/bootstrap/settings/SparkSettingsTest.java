package io.offsetwise.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkSettingsTest {

  private static final int OF_THIS_MACHINE = Runtime.getRuntime().availableProcessors();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local              |   |   | 1",
        "local[7]           |   |   | 7",
        "local[7, 3]        |   |   | 7",
        "local[7]           | 5 |   | 7",
        "local[7]           |   | 2 | 3",
        "local[2]           |   | 4 | 1",
        "yarn               | 5 |   | 5",
        "spark://host:7077  | 8 | 2 | 4",
      })
  void tasksFollowFromProcessors(String master, String cores, String cpusOfTask, int tasks) {
    Map<String, String> properties = new HashMap<>();
    properties.put("spark.master", master);
    properties.put("spark.executor.cores", cores);
    properties.put("spark.task.cpus", cpusOfTask);
    properties.values().removeIf(value -> value == null);

    assertThat(new SparkSettings(properties).tasksAtATime()).isEqualTo(tasks);
  }

  @Test
  void sparksFilesLieInTheDataFolderUnlessAnotherOneIsChosen() {
    Path folder = Path.of("/data/spark");

    assertThat(new SparkSettings(Map.of()).orScratchIn(folder).properties())
        .containsExactly(Map.entry("spark.local.dir", "/data/spark"));
    Map<String, String> chosen = Map.of("spark.local.dir", "/fast");
    assertThat(new SparkSettings(chosen).orScratchIn(folder).properties()).isEqualTo(chosen);
    Map<String, String> cluster = Map.of("spark.master", "yarn");
    assertThat(new SparkSettings(cluster).orScratchIn(folder).properties()).isEqualTo(cluster);
  }

  @ParameterizedTest
  @CsvSource({"local[*]", "'local[*,4]'", "local[many]", "yarn"})
  void whatNobodyHasSaidIsTakenFromThisMachine(String master) {
    SparkSettings settings = new SparkSettings(Map.of("spark.master", master));

    assertThat(settings.tasksAtATime()).isEqualTo(OF_THIS_MACHINE);
  }

  @Test
  void nothingSaidMeansAllProcessorsOfThisMachine() {
    assertThat(new SparkSettings(Map.of()).tasksAtATime()).isEqualTo(OF_THIS_MACHINE);
  }
}
