package io.offsetwise.bootstrap.command;

import io.offsetwise.bootstrap.job.JobJars;
import io.offsetwise.bootstrap.job.Jobs;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that give settings, for every verb that needs some. */
public final class SettingsOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "File of settings (default: application.conf in the working directory, if any).")
  private Path file;

  @Option(
      names = "-D",
      paramLabel = "key=value",
      description = "A setting; wins over the file. `config show` lists all keys.")
  private final Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "A jar that brings a job of your own, for -Djob.kind; may be repeated.")
  private final List<Path> jars = new ArrayList<>();

  /** The words of the command line that give the same settings again. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    if (file != null) {
      words.add("--config=" + file);
    }
    jars.forEach(jar -> words.add("--jar=" + jar));
    overrides.forEach((key, value) -> words.add("-D" + key + "=" + value));
    return words;
  }

  /** The merged configuration, its values not validated yet. */
  public Configuration configuration() {
    return Configuration.load(Optional.ofNullable(file), overrides);
  }

  /**
   * The validated settings of a job that is there.
   *
   * @throws io.offsetwise.bootstrap.settings.configuration.InvalidSettingsException with all
   *     problems
   */
  public Settings settings() {
    return settings(Map.of());
  }

  /**
   * The validated settings of a job that is there, with values of options that stand for a key.
   *
   * @param ofOptions values by key; they win over {@code -D}
   * @throws io.offsetwise.bootstrap.settings.configuration.InvalidSettingsException with all
   *     problems
   */
  public Settings settings(Map<String, String> ofOptions) {
    Map<String, String> all = new LinkedHashMap<>(overrides);
    all.putAll(ofOptions);
    Configuration configuration = Configuration.load(Optional.ofNullable(file), all);
    Settings settings = configuration.settings();
    new JobJars(jars).addToClassPath();
    Optional<String> refusal = Jobs.found().refusal(settings.job().kind());
    if (refusal.isPresent()) {
      throw configuration.refusal("job.kind", refusal.get());
    }
    Jobs.of(settings); // a jar that does not fit is told together with the settings
    return settings.with(settings.spark().sending(jars));
  }
}
