package io.offsetwise.bootstrap.settings.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One source of values whose keys were checked.
 *
 * @param known the layer with known keys alone, maps made flat
 * @param unknownKeys a problem for each key that is not known
 */
record CheckedLayer(Config known, List<SettingProblem> unknownKeys) {

  /** Checks the keys of {@code layer}. */
  static CheckedLayer of(Config layer, KnownKeys knownKeys) {
    Config known = PassThrough.flatten(layer);
    List<SettingProblem> unknown = new ArrayList<>();
    for (Map.Entry<String, ConfigValue> entry : knownKeys.valuesIn(known.root()).entrySet()) {
      String key = entry.getKey();
      boolean emptySection = entry.getValue() instanceof ConfigObject;
      if (!knownKeys.keys().contains(key) && !(emptySection && knownKeys.hasSection(key))) {
        known = known.withoutPath(quoted(key));
        unknown.add(problem(key, entry.getValue(), knownKeys));
      }
    }
    return new CheckedLayer(known, unknown);
  }

  private static SettingProblem problem(String key, ConfigValue value, KnownKeys knownKeys) {
    String origin = Origins.shown(value.origin());
    if (knownKeys.hasSection(key)) {
      return new SettingProblem(origin, key, "is a section and takes no value of its own");
    }
    String hint =
        knownKeys
            .nearest(key)
            .map(nearest -> "did you mean " + nearest + "?")
            .orElse("`offsetwise config show` lists all keys");
    return new SettingProblem(origin, key, "unknown key; " + hint);
  }

  private static String quoted(String key) {
    return ConfigUtil.joinPath(Arrays.asList(key.split("\\.")));
  }
}
