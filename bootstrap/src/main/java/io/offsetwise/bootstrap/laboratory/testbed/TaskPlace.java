package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.spark.driver.runtime.SparkMaster;
import io.offsetwise.bootstrap.laboratory.cell.Crash;
import io.offsetwise.bootstrap.laboratory.cell.CrashPlace;
import io.offsetwise.bootstrap.laboratory.proof.JobEnd;
import io.offsetwise.bootstrap.process.ThisProgram;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the tasks of a run's jobs are.
 *
 * @param cluster a master whose workers run on this machine; empty when each job has its tasks in
 *     its own process
 */
public record TaskPlace(Optional<SparkMaster> cluster) {

  /** In the process of each job. */
  public static final TaskPlace DRIVER = new TaskPlace(Optional.empty());

  private static final int MOST_PROCESSORS = 2;

  public TaskPlace {
    Objects.requireNonNull(cluster, "cluster");
  }

  /** What leads a job there. Several run at a time: none takes all that the cluster has. */
  Map<String, String> settings() {
    return cluster.map(master -> settings(master, MOST_PROCESSORS)).orElseGet(Map::of);
  }

  /** The same for one task at a time, so that no other save is half done when one is halted. */
  Map<String, String> settingsOfOneTask() {
    return cluster
        .map(master -> settings(master, 1))
        .orElseGet(() -> Map.of(SparkMaster.PROPERTY, "local[1]"));
  }

  /** What a halt at {@code crash} ends. */
  JobEnd endBy(Crash crash) {
    return cluster.isPresent() && crash.place() != CrashPlace.DRIVER
        ? JobEnd.EXECUTOR_HALT
        : JobEnd.HALT;
  }

  private static Map<String, String> settings(SparkMaster master, int processors) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(SparkMaster.PROPERTY, master.url());
    settings.put("spark.cores.max", Integer.toString(processors));
    settings.put("spark.executor.cores", "1");
    settings.put("spark.executor.memory", "512m");
    ThisProgram.laboratoryJar()
        .map(Path::toString)
        .ifPresent(jar -> settings.put("spark.jars", jar));
    return settings;
  }
}
