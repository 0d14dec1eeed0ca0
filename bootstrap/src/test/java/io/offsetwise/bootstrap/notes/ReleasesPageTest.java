package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/releases.md} calls public what the build compares, and the changelog has its form.
 */
class ReleasesPageTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z]+\\.[\\w.]+)` \\|");
  private static final Pattern COMPARED = Pattern.compile("<include>([a-z]+\\.[\\w.]+)</include>");
  private static final Pattern CHAPTER = Pattern.compile("(?m)^## (.+)$");

  @Test
  void listsWhatIsCompared() throws Exception {
    List<String> compared = found(COMPARED, "pom.xml");

    assertThat(compared).isNotEmpty();
    assertThat(found(LISTED, "docs/releases.md")).containsExactlyElementsOf(compared);
  }

  @Test
  void whatIsComparedIsThere() throws Exception {
    assertThat(found(COMPARED, "pom.xml"))
        .allSatisfy(name -> assertThat(sources(name)).as(name).anyMatch(Files::exists));
  }

  @Test
  void theChangelogBeginsWithWhatIsUnreleased() throws Exception {
    List<String> chapters = found(CHAPTER, "CHANGELOG.md");

    assertThat(chapters).first().isEqualTo("[Unreleased]");
    assertThat(chapters.subList(1, chapters.size()))
        .allMatch(chapter -> chapter.matches("\\[\\d+\\.\\d+\\.\\d+] - \\d{4}-\\d{2}-\\d{2}"));
  }

  private static List<String> found(Pattern pattern, String file) throws IOException {
    return pattern
        .matcher(Files.readString(ROOT.resolve(file)))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** Where the package or class of that name would lie. */
  private static List<Path> sources(String name) throws IOException {
    String place = "src/main/java/" + name.replace('.', '/');
    try (var modules = Files.list(ROOT)) {
      return modules
          .flatMap(
              module -> List.of(module.resolve(place), module.resolve(place + ".java")).stream())
          .toList();
    }
  }
}
