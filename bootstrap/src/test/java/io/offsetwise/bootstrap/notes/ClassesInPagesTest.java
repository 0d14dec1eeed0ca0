package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class that a page names is there, under that name. */
class ClassesInPagesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Classes of Spark and Kafka that pages name too. */
  private static final Set<String> OF_OTHERS =
      Set.of("KafkaUtils", "NetworkClient", "SparkContext", "StreamingContext");

  private static final List<String> PACKAGES_OF_JAVA = List.of("java.lang.", "java.util.");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
          Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")), docs)
          .filter(page -> page.toString().endsWith(".md"))
          .filter(page -> !page.endsWith("recipes.md")) // RecipesTest; that page has new ones
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void namesClassesThatAreThere(Path page) throws IOException {
    assertThat(KnownClasses.below(ROOT).and(OF_OTHERS).missingIn(Files.readString(page)))
        .filteredOn(name -> !isOfJava(name))
        .isEmpty();
  }

  private static boolean isOfJava(String name) {
    Module java = Object.class.getModule();
    return PACKAGES_OF_JAVA.stream().anyMatch(each -> Class.forName(java, each + name) != null);
  }

  /** A check of the check. */
  @Test
  void aClassThatIsGoneIsFound() {
    String page = "`TourTest` and `TourTest#gone`, but `GoneTest`.\n```\n`InABlock`\n```\n";

    assertThat(new KnownClasses(Set.of("TourTest")).missingIn(page)).containsExactly("GoneTest");
  }
}
