package io.offsetwise.bootstrap.settings.configuration;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;

/** A map of the configuration with the secrets in it replaced. */
final class MaskedValue {

  private MaskedValue() {}

  /** The value; of a map, each entry is looked at under its own name. */
  static ConfigValue of(ConfigValue value) {
    if (!(value instanceof ConfigObject map)) {
      return value;
    }
    ConfigObject masked = map;
    for (Map.Entry<String, ConfigValue> entry : map.entrySet()) {
      String text = String.valueOf(entry.getValue().unwrapped());
      String shown = Secrets.masked(entry.getKey(), text);
      if (!shown.equals(text)) {
        masked = masked.withValue(entry.getKey(), ConfigValueFactory.fromAnyRef(shown));
      }
    }
    return masked;
  }
}
