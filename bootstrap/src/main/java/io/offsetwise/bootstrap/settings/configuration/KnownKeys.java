package io.offsetwise.bootstrap.settings.configuration;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The keys that {@code reference.conf} names.
 *
 * @param keys all keys that take a value, sorted
 */
record KnownKeys(NavigableSet<String> keys) {

  private static final int FEWEST_EDITS_ALLOWED = 2;
  private static final int CHARACTERS_PER_EDIT = 3;
  private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

  /** The keys of the defaults. */
  static KnownKeys of(ConfigObject defaults) {
    NavigableMap<String, ConfigValue> values = new TreeMap<>();
    collect("", defaults, PassThrough::isMap, values);
    return new KnownKeys(new TreeSet<>(values.keySet()));
  }

  /** The values of {@code layer} by the keys that they are given for, known or not; sorted. */
  NavigableMap<String, ConfigValue> valuesIn(ConfigObject layer) {
    NavigableMap<String, ConfigValue> values = new TreeMap<>();
    collect("", layer, keys::contains, values);
    return values;
  }

  /** Whether known keys lie below {@code name}. */
  boolean hasSection(String name) {
    return keys.stream().anyMatch(key -> key.startsWith(name + "."));
  }

  /** The known key that was probably meant; empty when none resembles {@code unknown}. */
  Optional<String> nearest(String unknown) {
    int mostEdits = Math.max(FEWEST_EDITS_ALLOWED, unknown.length() / CHARACTERS_PER_EDIT);
    return keys.stream()
        .min(Comparator.comparingInt(key -> EDITS.apply(unknown, key)))
        .filter(key -> EDITS.apply(unknown, key) <= mostEdits);
  }

  private static void collect(
      String prefix,
      ConfigObject object,
      Predicate<String> isKey,
      NavigableMap<String, ConfigValue> values) {
    object.forEach(
        (name, value) -> {
          String key = prefix + name;
          if (value instanceof ConfigObject section && !section.isEmpty() && !isKey.test(key)) {
            collect(key + ".", section, isKey, values);
          } else {
            values.put(key, value);
          }
        });
  }
}
