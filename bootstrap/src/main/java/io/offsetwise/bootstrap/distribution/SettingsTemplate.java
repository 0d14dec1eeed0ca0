package io.offsetwise.bootstrap.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A file of settings that sets none: {@code reference.conf}, with each line commented out that says
 * something.
 *
 * @param reference the text of {@code reference.conf}
 */
record SettingsTemplate(String reference) {

  private static final String RESOURCE = "/reference.conf";

  private static final String HEADING =
      """
      # All settings with their defaults. A line counts once the "# " before it is removed, together with the lines that
      # open and close the block around it. Name this file by --config, or copy it into the working directory.

      """;

  /** That of this program. */
  static SettingsTemplate ofThisProgram() {
    try (InputStream reference = SettingsTemplate.class.getResourceAsStream(RESOURCE)) {
      return new SettingsTemplate(new String(reference.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program's jar cannot be read", unreadable);
    }
  }

  /** The text of the file. */
  String text() {
    return HEADING
        + reference
            .lines()
            .map(SettingsTemplate::unset)
            .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String unset(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#") ? line : "# " + line;
  }
}
