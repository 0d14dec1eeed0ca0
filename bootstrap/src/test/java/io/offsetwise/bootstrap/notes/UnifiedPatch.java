package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A patch of one place in one file, as {@code git apply} takes it.
 *
 * @param text of the patch
 */
record UnifiedPatch(String text) {

  private static final Pattern FORM =
      Pattern.compile(
          "--- a/(\\S+)\\n\\+\\+\\+ b/\\1\\n@@ -\\d+,(\\d+) \\+\\d+,(\\d+) @@\\n((?:[ +-].*\\n)+)");
  private static final int WIDEST = 99;

  static UnifiedPatch read(Path file) throws IOException {
    return new UnifiedPatch(Files.readString(file));
  }

  /** Why it cannot be applied below {@code root}, a sentence each. */
  List<String> problems(Path root) throws IOException {
    Matcher patch = FORM.matcher(text);
    if (!patch.matches()) {
      return List.of("is not a patch of one place");
    }
    List<String> problems = new ArrayList<>();
    String before = side(patch.group(4), '+');
    String after = side(patch.group(4), '-');
    if (before.lines().count() != Long.parseLong(patch.group(2))
        || after.lines().count() != Long.parseLong(patch.group(3))) {
      problems.add("counts its lines wrongly");
    }
    if (text.lines().anyMatch(line -> line.length() > WIDEST || line.contains("import "))) {
      problems.add("has a line that is wide or an import, which a fork writes otherwise");
    }
    Path file = root.resolve(patch.group(1));
    if (!Files.exists(file)) {
      problems.add("there is no " + patch.group(1));
    } else if (Files.readString(file).split(Pattern.quote(before), -1).length != 2) {
      problems.add("does not fit " + patch.group(1));
    }
    return problems;
  }

  /** The lines of a file before or after: all but those of the other side. */
  private static String side(String lines, char other) {
    StringBuilder side = new StringBuilder();
    lines
        .lines()
        .filter(line -> line.charAt(0) != other)
        .forEach(line -> side.append(line, 1, line.length()).append('\n'));
    return side.toString();
  }
}
