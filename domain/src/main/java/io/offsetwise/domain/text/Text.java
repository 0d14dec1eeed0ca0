package io.offsetwise.domain.text;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read: messages of exceptions, findings, reports. */
public final class Text {

  private Text() {}

  /**
   * The {@code format} of {@link String#format} with {@code values} in it, null as "null", and
   * numbers alike on every machine. That the two fit is checked when the caller is compiled.
   *
   * <p>Values may come from outside: what would steer a terminal or forge a line in them is {@link
   * #escaped}. The format is ours, and keeps its line ends.
   */
  @FormatMethod
  public static String of(@FormatString String format, Object... values) {
    return String.format(Locale.ROOT, format, Stream.of(values).map(Text::harmless).toArray());
  }

  /**
   * One line that shows what it holds: control characters, line ends, and what changes the
   * direction of a text are written as {@code \\u} and four hexadecimal digits. A tab stays.
   */
  public static String escaped(String text) {
    return text.codePoints().anyMatch(Text::isControl)
        ? text.codePoints().mapToObj(Text::shown).collect(Collectors.joining())
        : text;
  }

  /** Numbers stay what they are: a format may count their digits. */
  private static Object harmless(Object value) {
    String text = String.valueOf(value);
    String shown = escaped(text);
    return shown.equals(text) ? value : shown;
  }

  private static String shown(int codePoint) {
    return isControl(codePoint)
        ? String.format(Locale.ROOT, "\\u%04x", codePoint)
        : Character.toString(codePoint);
  }

  private static boolean isControl(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint != '\t';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
