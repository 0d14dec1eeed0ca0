package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class that a page of today names is there, under that name. */
class ClassesInPagesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Classes of others that pages name too. */
  private static final Set<String> OF_OTHERS = Set.of("SparkContext", "StreamingContext");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
          Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")), docs)
          .filter(page -> page.toString().endsWith(".md"))
          .filter(page -> !page.endsWith("recipes.md")) // RecipesTest; that page has new ones
          .filter(page -> !page.getParent().endsWith("adr")) // they tell what was, too
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void namesClassesThatAreThere(Path page) throws IOException {
    assertThat(KnownClasses.below(ROOT).and(OF_OTHERS).missingIn(Files.readString(page))).isEmpty();
  }

  /** A check of the check. */
  @Test
  void aClassThatIsGoneIsFound() {
    String page = "`TourTest` and `TourTest#gone`, but `GoneTest`.\n```\n`InABlock`\n```\n";

    assertThat(new KnownClasses(Set.of("TourTest")).missingIn(page)).containsExactly("GoneTest");
  }
}
