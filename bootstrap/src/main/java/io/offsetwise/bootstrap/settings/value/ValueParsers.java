package io.offsetwise.bootstrap.settings.value;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of values that more than one key takes. */
public final class ValueParsers {

  private static final Duration LONGEST_DURATION = Duration.ofDays(1);

  private ValueParsers() {}

  /** A text that {@code convert} takes; {@code allowed} describes such texts. */
  public static <T> ValueParser<T> text(String allowed, Function<String, T> convert) {
    return value -> {
      try {
        return convert.apply(scalar(value, allowed));
      } catch (IllegalArgumentException unacceptable) {
        throw new UnacceptableValueException(allowed);
      }
    };
  }

  /** Any text that is not blank. */
  public static ValueParser<String> text() {
    return text("must be a text that is not empty", Function.identity());
  }

  /** The parsed value, or empty when the value is {@code null}. */
  public static <T> ValueParser<Optional<T>> optional(ValueParser<T> parser) {
    return value ->
        value.valueType() == ConfigValueType.NULL
            ? Optional.empty()
            : Optional.of(parser.parse(value));
  }

  /** A whole number, both limits inclusive. */
  public static ValueParser<Long> wholeNumber(long smallest, long largest) {
    String allowed = "must be a whole number from " + smallest + " to " + largest;
    return text(
        allowed,
        text -> {
          long number = Long.parseLong(text);
          if (number < smallest || number > largest) {
            throw new UnacceptableValueException(allowed);
          }
          return number;
        });
  }

  /**
   * A duration with its unit, from {@code smallest} to a day: databases and Kafka's clients count
   * it in milliseconds, in 31 bits.
   */
  public static ValueParser<Duration> duration(Duration smallest) {
    String allowed =
        "must be a duration from " + smallest.toMillis() + "ms to 1d, with a unit: 500ms, 10s, 5m";
    return value -> {
      try {
        boolean unitless = scalar(value, allowed).chars().allMatch(Character::isDigit);
        Duration duration = value.atKey("value").getDuration("value");
        boolean bounded =
            duration.compareTo(smallest) >= 0 && duration.compareTo(LONGEST_DURATION) <= 0;
        if (unitless || !bounded) {
          throw new UnacceptableValueException(allowed);
        }
        return duration;
      } catch (ConfigException noDuration) {
        throw new UnacceptableValueException(allowed);
      }
    };
  }

  /** One of the constants, by its key. */
  public static <E> ValueParser<E> oneOf(E[] constants, Function<E, String> key) {
    String allowed =
        "must be one of " + Arrays.stream(constants).map(key).collect(Collectors.joining(", "));
    return value -> {
      String text = scalar(value, allowed);
      return Arrays.stream(constants)
          .filter(constant -> key.apply(constant).equals(text))
          .findFirst()
          .orElseThrow(() -> new UnacceptableValueException(allowed));
    };
  }

  /** A list, or its elements in one text with commas between them. */
  public static <T> ValueParser<List<T>> list(ValueParser<T> element) {
    return value -> elements(value).stream().map(element::parse).toList();
  }

  /** A map of single values as texts, each name after {@code prefix}. */
  public static ValueParser<Map<String, String>> properties(String prefix) {
    String allowed = "must be an object of single values: { name = value }";
    return value -> {
      if (!(value instanceof ConfigObject object)) {
        throw new UnacceptableValueException(allowed);
      }
      Map<String, String> properties = new TreeMap<>();
      object.forEach((name, single) -> properties.put(prefix + name, scalar(single, allowed)));
      return properties;
    };
  }

  private static List<ConfigValue> elements(ConfigValue value) {
    if (value instanceof ConfigList list) {
      return list;
    }
    String text = scalar(value, "must be a list");
    return Arrays.stream(text.split(",")).map(ConfigValueFactory::fromAnyRef).toList();
  }

  /** The text of a single value. */
  static String scalar(ConfigValue value, String allowed) {
    return switch (value.valueType()) {
      case STRING, NUMBER, BOOLEAN -> notBlank(value.unwrapped().toString(), allowed);
      case LIST, OBJECT, NULL -> throw new UnacceptableValueException(allowed);
    };
  }

  private static String notBlank(String text, String allowed) {
    if (text.isBlank()) {
      throw new UnacceptableValueException(allowed);
    }
    return text.strip();
  }
}
