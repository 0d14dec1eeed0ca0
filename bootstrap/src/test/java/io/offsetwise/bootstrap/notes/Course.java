package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of the course.
 *
 * @param text of the page
 * @param root of the repository
 */
record Course(String text, Path root) {

  private static final String PATCHES = "docs/course";
  private static final Pattern STATION =
      Pattern.compile("^## (\\d+\\. [^\\n]+)\\n(.*?)(?=^## )", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern INLINE = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
  private static final Pattern LABEL = Pattern.compile("\\[(\\w+)](?!\\(|: \\.\\./)");

  static Course read(Path root) throws IOException {
    return new Course(Files.readString(root.resolve("docs/course.md")), root);
  }

  /** The stations, in their order. */
  List<CourseStation> stations() {
    return STATION
        .matcher(text)
        .results()
        .map(match -> new CourseStation(match.group(1), match.group(2)))
        .toList();
  }

  /** What is wrong with the page, a sentence each. */
  List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    for (CourseStation station : stations()) {
      problems.addAll(station.problems(root));
    }
    problems.addAll(NamedTests.in(INLINE.matcher(text).replaceAll("").lines().toList()).problems());
    INLINE
        .matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(target -> !Files.exists(root.resolve("docs").resolve(target)))
        .forEach(target -> problems.add("there is no " + target));
    problems.addAll(problemsOfLabels());
    return problems;
  }

  /** The patches that no station names, as paths from the root. */
  Set<String> unused() throws IOException {
    Set<String> unused = new HashSet<>();
    try (Stream<Path> files = Files.list(root.resolve(PATCHES))) {
      files.forEach(file -> unused.add(PATCHES + "/" + file.getFileName()));
    }
    stations().forEach(station -> unused.remove(station.patch()));
    return unused;
  }

  private List<String> problemsOfLabels() {
    Map<String, Path> files = Tour.of(text.lines().toList(), root.resolve("docs")).links();
    Set<String> used =
        LABEL.matcher(text).results().map(label -> label.group(1)).collect(Collectors.toSet());
    List<String> problems = new ArrayList<>();
    used.forEach(label -> new TourLink(1, label, label).problem(files).ifPresent(problems::add));
    files.keySet().stream()
        .filter(label -> !used.contains(label))
        .forEach(label -> problems.add("nothing links to " + label));
    return problems;
  }
}
