package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.bootstrap.Main;
import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.halt.HaltingJobMain;
import io.offsetwise.bootstrap.laboratory.halt.HaltingPoints;
import io.offsetwise.bootstrap.laboratory.process.ShortLivedJava;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command lines of a cell's job. Its data folder is the folder of the cell, and holds its logs.
 *
 * @param java runs them
 * @param settings that all jobs of a run have in common
 */
record JobCommands(ShortLivedJava java, Map<String, String> settings) {

  /** One task at a time, so that no other save is half done when the process is halted. */
  private static final String ONE_TASK = "-Dspark.master=local[1]";

  /** The product's job with halting points. */
  List<String> halting(Cell cell, Path folder, HaltingPoints points) {
    return java.command(
        HaltingJobMain.class,
        Stream.of(points.asArguments().stream(), settingsOf(cell, folder), Stream.of(ONE_TASK))
            .flatMap(words -> words)
            .toList());
  }

  /** The program itself. */
  List<String> catchingUp(Cell cell, Path folder) {
    return java.command(
        Main.class,
        Stream.concat(
                Stream.of("run", "--until-caught-up", "--output=json"), settingsOf(cell, folder))
            .toList());
  }

  private Stream<String> settingsOf(Cell cell, Path folder) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putAll(cell.settings());
    all.put("data-dir", folder.toString());
    return all.entrySet().stream()
        .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue());
  }
}
