package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A link of the tour.
 *
 * @param line where it stands, from 1
 * @param text the class, or {@code Class#method} where it is a test
 * @param label under which its file is defined
 */
record TourLink(int line, String text, String label) {

  /** Why it does not lead to the file of its class; empty when it does. */
  Optional<String> problem(Map<String, Path> files) {
    Path file = files.get(label);
    if (file == null) {
      return says("[" + label + "] is not defined at the end of the page");
    }
    if (!Files.isRegularFile(file)) {
      return says("there is no " + file);
    }
    String name = text.split("#", 2)[0];
    return file.endsWith(name + ".java") ? Optional.empty() : says(file + " is not " + name);
  }

  /** Why it names no test method of its file, which must be there. */
  Optional<String> problemAsTest(Map<String, Path> files) {
    Path file = files.get(label);
    String[] parts = text.split("#", 2);
    if (parts.length < 2) {
      return says(text + " names no test method");
    }
    Pattern method =
        Pattern.compile(
            "@(Test|ParameterizedTest|RepeatedTest)\\b(?:(?!\\bvoid\\b).)*\\bvoid "
                + Pattern.quote(parts[1])
                + "\\(",
            Pattern.DOTALL);
    return method.matcher(content(file)).find()
        ? Optional.empty()
        : says(parts[0] + " has no test method " + parts[1]);
  }

  private Optional<String> says(String problem) {
    return Optional.of("line " + line + ": " + problem);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
