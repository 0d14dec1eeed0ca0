package io.offsetwise.bootstrap.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A job's own part of a summary, in both forms. Not thread-safe.
 *
 * <p>In JSON, what only a comparison tells is null when nothing was compared: a field is there
 * always.
 */
public final class SummaryPart {

  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();

  /**
   * Adds a field for {@code -o json}.
   *
   * @param value a tree of maps, lists, records and plain values; an empty optional is null
   */
  public SummaryPart field(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  /** Adds a line for people. */
  public SummaryPart line(String name, String value) {
    lines.add(new Line(name, value));
    return this;
  }

  /** The fields, in their order. */
  public Map<String, Object> fields() {
    return fields;
  }

  /** The lines, in their order. */
  public List<Line> lines() {
    return lines;
  }

  /** A number with its noun. */
  public static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s", number, noun);
  }

  /**
   * One line.
   *
   * @param name what it is about
   * @param value what there is to say
   */
  public record Line(String name, String value) {}
}
