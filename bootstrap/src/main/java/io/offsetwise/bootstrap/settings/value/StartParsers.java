package io.offsetwise.bootstrap.settings.value;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.offsetwise.bootstrap.settings.FirstStart;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartingPoint;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of values that only {@code start} takes. */
public final class StartParsers {

  private static final String FIRST_ALLOWED =
      "must be earliest, latest, a time such as \"2026-01-31T12:00:00Z\", or offsets such as"
          + " {\"payments-0\" = 120}";
  private static final Pattern PARTITION = Pattern.compile("(.+)-(\\d{1,9})");

  private StartParsers() {}

  public static ValueParser<FirstStart> first() {
    return value ->
        value instanceof ConfigObject offsets
            ? new FirstStart.At(new StartingPoint.Given(positions(offsets)))
            : named(ValueParsers.scalar(value, FIRST_ALLOWED));
  }

  private static FirstStart named(String text) {
    return switch (text) {
      case "earliest" -> new FirstStart.At(new StartingPoint.Earliest());
      case "latest" -> new FirstStart.At(new StartingPoint.Latest());
      default -> atTime(text);
    };
  }

  private static FirstStart atTime(String text) {
    try {
      return new FirstStart.AtTime(Instant.parse(text));
    } catch (DateTimeParseException noTime) {
      throw new UnacceptableValueException(FIRST_ALLOWED);
    }
  }

  private static Positions positions(ConfigObject offsets) {
    ValueParser<Long> offset = ValueParsers.wholeNumber(0, Long.MAX_VALUE);
    Map<TopicPartition, Long> positions = new TreeMap<>();
    for (Map.Entry<String, ConfigValue> entry : offsets.entrySet()) {
      positions.put(partition(entry.getKey()), offset.parse(entry.getValue()));
    }
    return Positions.of(positions);
  }

  private static TopicPartition partition(String text) {
    Matcher matcher = PARTITION.matcher(text);
    if (!matcher.matches()) {
      throw new UnacceptableValueException(FIRST_ALLOWED);
    }
    return new TopicPartition(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }
}
