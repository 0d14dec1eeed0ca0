package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.bootstrap.Main;
import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.halt.HaltingJobMain;
import io.offsetwise.bootstrap.laboratory.halt.HaltingPoints;
import io.offsetwise.bootstrap.laboratory.process.ShortLivedJava;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The command lines of jobs. The data folder of each is a folder of its own, and holds its logs.
 *
 * @param java runs them
 * @param settings that all jobs of a run have in common
 * @param tasks where their tasks are
 */
public record JobCommands(ShortLivedJava java, Map<String, String> settings, TaskPlace tasks) {

  /** The product's job with halting points. */
  List<String> halting(Cell cell, Path folder, HaltingPoints points) {
    Map<String, String> job = new LinkedHashMap<>(cell.settings());
    job.putAll(tasks.settingsOfOneTask());
    return command(HaltingJobMain.class, points.asArguments(), job, folder);
  }

  /** The program itself, with the settings that tell this job from others. */
  public List<String> catchingUp(Map<String, String> job, Path folder) {
    return command(Main.class, List.of("run", "--until-caught-up", "--output=json"), job, folder);
  }

  /** Any main class: first its own words, then settings as the program takes them. */
  public List<String> command(
      Class<?> main, List<String> words, Map<String, String> job, Path folder) {
    return java.command(main, Stream.concat(words.stream(), settingsOf(job, folder)).toList());
  }

  /** The settings of a job, as its process reads them. */
  Settings settings(Map<String, String> job, Path folder) {
    return Configuration.ofDefaults(all(job, folder)).settings();
  }

  private Stream<String> settingsOf(Map<String, String> job, Path folder) {
    return all(job, folder).entrySet().stream()
        .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue());
  }

  private Map<String, String> all(Map<String, String> job, Path folder) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putAll(tasks.settings());
    all.putAll(job);
    all.put("data-dir", folder.toString());
    all.put("offsets.checkpoint.dir", folder.resolve("checkpoint").toString());
    return all;
  }
}
