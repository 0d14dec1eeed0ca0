package io.offsetwise.domain.text;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;

/** What people read: messages of exceptions, findings, reports. */
public final class Text {

  private Text() {}

  /**
   * The {@code format} of {@link String#format} with {@code values} in it, null as "null", and
   * numbers alike on every machine. That the two fit is checked when the caller is compiled.
   */
  @FormatMethod
  public static String of(@FormatString String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
