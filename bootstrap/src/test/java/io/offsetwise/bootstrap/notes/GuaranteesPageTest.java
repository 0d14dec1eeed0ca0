package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/** Each {@code Class#method} that {@code docs/guarantees.md} names is a test that is there. */
class GuaranteesPageTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern NAMED_TEST = Pattern.compile("\\b(\\w+)#(\\w+)");
  private static final int DEFENCES = 7;

  @Test
  void everyNamedTestIsThere() throws Exception {
    List<String> page = Files.readAllLines(ROOT.resolve("docs/guarantees.md"));
    List<TourLink> tests = namedTests(page);

    assertThat(problems(tests)).isEmpty();
    assertThat(tests).hasSizeGreaterThanOrEqualTo(DEFENCES);
  }

  /** A check of the check. */
  @Test
  void whatIsNotThereIsFound() throws Exception {
    String page =
        "`GuaranteesPageTest#gone`, `Gone#gone`, `GuaranteesPageTest#whatIsNotThereIsFound`";

    assertThat(problems(namedTests(List.of("", page))))
        .containsExactly(
            "line 2: GuaranteesPageTest has no test method gone",
            "line 2: [Gone] is not defined at the end of the page");
  }

  private static List<TourLink> namedTests(List<String> page) {
    List<TourLink> tests = new ArrayList<>();
    for (int index = 0; index < page.size(); index++) {
      Matcher matcher = NAMED_TEST.matcher(page.get(index));
      while (matcher.find()) {
        tests.add(new TourLink(index + 1, matcher.group(), matcher.group(1)));
      }
    }
    return tests;
  }

  private static List<String> problems(List<TourLink> tests) throws IOException {
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
