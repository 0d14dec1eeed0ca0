package io.offsetwise.bootstrap.settings.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.offsetwise.bootstrap.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The merged configuration: the defaults, over them the user's file, over it what {@code
 * spark-submit} was told, over that the command line. Immutable.
 */
public final class Configuration {

  private static final String REFERENCE = "reference.conf";

  private final Config defaults;
  private final Config merged;
  private final List<SettingProblem> unreadable;

  private Configuration(Config defaults, Config merged, List<SettingProblem> unreadable) {
    this.defaults = defaults;
    this.merged = merged;
    this.unreadable = List.copyOf(unreadable);
  }

  /**
   * Reads and merges all sources; keys are checked, values are not yet.
   *
   * @param file the user's file; empty for {@code application.conf} in the working directory, which
   *     may be missing
   * @param overrides values of the command line by key
   * @throws InvalidSettingsException when a source cannot be read at all
   */
  public static Configuration load(Optional<Path> file, Map<String, String> overrides) {
    Map<String, String> submitted = SubmittedProperties.in(System.getProperties());
    return merge(FileLayer.of(file), submitted, overrides);
  }

  /**
   * The defaults and over them the given values: whatever the working directory holds.
   *
   * @param overrides values by key, as on the command line
   */
  public static Configuration ofDefaults(Map<String, String> overrides) {
    return merge(ConfigFactory.empty(), Map.of(), overrides);
  }

  private static Configuration merge(
      Config file, Map<String, String> submitted, Map<String, String> overrides) {
    Config defaults =
        PassThrough.flatten(
            ConfigFactory.parseResources(
                Configuration.class.getClassLoader(),
                REFERENCE,
                ConfigParseOptions.defaults()
                    .setAllowMissing(false)
                    .setOriginDescription(REFERENCE)));
    KnownKeys keys = KnownKeys.of(defaults.root());
    CheckedLayer below = CheckedLayer.of(resolved(file, defaults), keys);
    Config merged = below.known().withFallback(defaults);
    List<SettingProblem> unreadable = new ArrayList<>(below.unknownKeys());
    for (GivenLayer given :
        List.of(GivenLayer.ofSparkSubmit(submitted), GivenLayer.ofCommandLine(overrides))) {
      CheckedLayer above = CheckedLayer.of(given.values(), keys);
      merged = above.known().withFallback(merged);
      unreadable.addAll(given.malformed());
      unreadable.addAll(above.unknownKeys());
    }
    return new Configuration(defaults, merged, unreadable);
  }

  /**
   * The validated settings.
   *
   * @throws InvalidSettingsException with everything that is wrong
   */
  public Settings settings() {
    ValueReader values = new ValueReader(merged, defaults);
    Settings settings = new SettingsBinding(values).bind();
    List<SettingProblem> problems = new ArrayList<>(unreadable);
    problems.addAll(values.problems());
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
    return settings;
  }

  /** Says that the value of {@code key} is wrong for a reason that is not seen here. */
  public InvalidSettingsException refusal(String key, String message) {
    ValueReader values = new ValueReader(merged, defaults);
    values.report(key, message);
    return new InvalidSettingsException(values.problems());
  }

  /** Every value as it may be shown, sorted by key; of a map, each of its values. */
  public List<ShownValue> shownValues() {
    return KnownKeys.of(defaults.root()).valuesIn(merged.root()).entrySet().stream()
        .flatMap(entry -> ShownValue.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The file over the defaults, so that it may name their values: {@code ${data-dir}}. */
  private static Config resolved(Config file, Config defaults) {
    try {
      return file.withFallback(PassThrough.without(defaults)).resolve();
    } catch (ConfigException unresolved) {
      throw new InvalidSettingsException(List.of(Malformed.problem("configuration", unresolved)));
    }
  }
}
