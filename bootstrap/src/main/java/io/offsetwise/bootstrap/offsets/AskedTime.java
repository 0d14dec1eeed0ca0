package io.offsetwise.bootstrap.offsets;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Objects;

/**
 * A time as somebody has asked for it.
 *
 * @param text as it was given
 * @param instant what it means
 */
public record AskedTime(String text, Instant instant) {

  /** The form of Kafka's tool; a fraction of a second may be left out here. */
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][XXX][X]", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  public AskedTime {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(instant, "instant");
  }

  /**
   * A time as Kafka's tool takes it: {@code YYYY-MM-DDTHH:mm:SS.sss}, with a zone such as {@code
   * +01:00} or {@code Z}; without one it is UTC.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static AskedTime dateTime(String text) {
    try {
      TemporalAccessor parsed = FORM.parse(text);
      LocalDateTime local = LocalDateTime.from(parsed);
      ZoneOffset zone =
          parsed.query(TemporalQueries.offset()) == null ? ZoneOffset.UTC : ZoneOffset.from(parsed);
      return new AskedTime(text, local.toInstant(zone));
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no time: it must be YYYY-MM-DDTHH:mm:SS.sss, such as 2026-01-31T12:00:00.000,"
              + " which is UTC, or 2026-01-31T12:00:00.000+01:00",
          unreadable);
    }
  }

  /**
   * The time that lies {@code text} before {@code now}: {@code PnDTnHnMnS}.
   *
   * @throws IllegalArgumentException when it is no duration
   */
  public static AskedTime before(Instant now, String text) {
    try {
      return new AskedTime(text, now.minus(Duration.parse(text)));
    } catch (DateTimeException | ArithmeticException unreadable) {
      throw new IllegalArgumentException(
          "'" + text + "' is no duration: it must be PnDTnHnMnS, such as P1D or PT2H30M",
          unreadable);
    }
  }

  /** The same in UTC and in the zone of this machine, so that nobody is mistaken by hours. */
  public String describe(ZoneId here) {
    return text
        + " is "
        + instant.truncatedTo(ChronoUnit.MILLIS)
        + " (UTC), "
        + DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS XXX '('VV')'", Locale.ROOT)
            .withZone(here)
            .format(instant)
        + " here";
  }
}
