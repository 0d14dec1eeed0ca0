package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A station of the course: what is run, what is looked at, what is broken and what catches it.
 *
 * @param title its number and name
 * @param text what follows the title
 */
record CourseStation(String title, String text) {

  private static final Pattern BLOCK =
      Pattern.compile("^```bash\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern CAUGHT_BY = Pattern.compile("\\*\\*Caught by\\*\\* `(\\w+#\\w+)`");
  private static final List<String> PARTS = List.of("\n**Look.** ", "\n**Break.** ");
  private static final String PROGRAM = "bin/offsetwise ";
  private static final String BREAK = "git apply ";
  private static final String MEND = "git apply -R ";
  private static final String TEST = "mvn ";
  private static final int LONGEST = 35;

  /** What is not as at every station, a sentence each. */
  List<String> problems(Path root) throws IOException {
    List<String> problems = new ArrayList<>();
    List<List<String>> blocks = blocks();
    if (blocks.size() != 3
        || !blocks.get(0).stream().allMatch(line -> line.startsWith(PROGRAM))
        || blocks.get(1).size() != 2
        || !blocks.get(1).get(0).startsWith(BREAK)
        || !blocks.get(1).get(1).startsWith(TEST)
        || !blocks.get(2).equals(List.of(MEND + after(BREAK, blocks.get(1).get(0))))) {
      return List.of(title + ": is not run, broken, tested and mended");
    }
    PARTS.stream()
        .filter(part -> !text.contains(part))
        .forEach(part -> problems.add(title + ": has no part " + part.strip()));
    if (!CAUGHT_BY.matcher(text).find()) {
      problems.add(title + ": names no test that catches it");
    }
    if (text.lines().count() > LONGEST) {
      problems.add(title + ": is longer than " + LONGEST + " lines");
    }
    Path patch = root.resolve(patch());
    if (!Files.exists(patch)) {
      problems.add(title + ": there is no " + patch());
    } else {
      UnifiedPatch.read(patch).problems(root).forEach(found -> problems.add(title + ": " + found));
    }
    return problems;
  }

  /** The command lines of the program, as words behind its name. */
  List<String[]> runs() {
    return blocks().get(0).stream().map(line -> words(after(PROGRAM, line))).toList();
  }

  /** The patch that breaks the code, from the root of the repository. */
  String patch() {
    return after(BREAK, blocks().get(1).get(0));
  }

  /** The test command, as words behind Maven's name. */
  String[] test() {
    return words(after(TEST, blocks().get(1).get(1)));
  }

  /** The test that notices, as {@code Class#method}. */
  String caughtBy() {
    return CAUGHT_BY.matcher(text).results().findFirst().orElseThrow().group(1);
  }

  private List<List<String>> blocks() {
    return BLOCK.matcher(text).results().map(match -> match.group(1).lines().toList()).toList();
  }

  private static String after(String beginning, String line) {
    return line.substring(beginning.length());
  }

  private static String[] words(String line) {
    return line.split(" ", -1);
  }

  @Override
  public String toString() {
    return title;
  }
}
