package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tests that a page names as {@code Class#method}, wherever in the repository they are.
 *
 * @param tests in the order of the page
 */
record NamedTests(List<TourLink> tests) {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern NAMED_TEST = Pattern.compile("\\b(\\w+)#(\\w+)");

  NamedTests {
    tests = List.copyOf(tests);
  }

  /** The lines of a page in the folder of the documentation. */
  static List<String> page(String name) throws IOException {
    return Files.readAllLines(ROOT.resolve("docs").resolve(name));
  }

  /** Those in some lines. */
  static NamedTests in(List<String> lines) {
    List<TourLink> tests = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      Matcher matcher = NAMED_TEST.matcher(lines.get(index));
      while (matcher.find()) {
        tests.add(new TourLink(index + 1, matcher.group(), matcher.group(1)));
      }
    }
    return new NamedTests(tests);
  }

  /** What is wrong, a sentence for each test that is not there. */
  List<String> problems() throws IOException {
    Map<String, Path> files = testClasses();
    return tests.stream()
        .flatMap(test -> test.problem(files).or(() -> test.problemAsTest(files)).stream())
        .toList();
  }

  private static Map<String, Path> testClasses() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("src/test/java"))
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  file -> file,
                  (one, other) -> one));
    }
  }
}
