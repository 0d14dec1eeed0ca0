package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of the notes' recipes in {@code docs/guarantees.md} has the recipes that are run, with
 * their verdicts; its numbers are those of one run, and agree with the verdicts.
 */
class AsNotedPageTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String BEGIN = "<!-- noted:begin -->";
  private static final String END = "<!-- noted:end -->";
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");
  private static final int FIRST_NUMBER = 4;
  private static final int DEFENCE = 8;

  @Test
  void thePageHasTheRecipesThatAreRun() throws Exception {
    assertThat(rows().stream().map(AsNotedPageTest::withoutNumbers))
        .containsExactlyElementsOf(
            NotedTable.recipes().stream().map(AsNotedPageTest::expected).toList());
  }

  @Test
  void itsNumbersAgreeWithItsVerdicts() throws Exception {
    assertThat(rows())
        .allSatisfy(
            row -> {
              String verdict = row.get(FIRST_NUMBER - 1);
              List<String> numbers = row.subList(FIRST_NUMBER, DEFENCE);
              if (verdict.startsWith("fails")) {
                assertThat(numbers.subList(2, 4)).containsOnly("-");
              } else {
                assertThat(verdictOf(numbers)).isEqualTo(verdict);
              }
            });
  }

  @Test
  void theClassesThatKeepOursFromItAreThere() throws Exception {
    Set<String> classes = productClasses();

    assertThat(NotedTable.recipes())
        .allSatisfy(
            recipe ->
                assertThat(CLASS.matcher(recipe.defence()).results().map(name -> name.group(1)))
                    .isNotEmpty()
                    .isSubsetOf(classes));
  }

  /** A checker that calls nothing right, or nothing wrong, proves nothing. */
  @Test
  void thereAreRightAndWrongRecipes() {
    assertThat(NotedTable.recipes().stream().map(Recipe::verdict)).contains(Verdict.values());
    assertThat(NotedTable.recipes()).doesNotHaveDuplicates();
  }

  private static List<String> expected(Recipe recipe) {
    return Stream.concat(recipe.cells().stream(), Stream.of(recipe.defence())).toList();
  }

  private static List<String> withoutNumbers(List<String> row) {
    List<String> cells = new ArrayList<>(row.subList(0, FIRST_NUMBER));
    cells.add(row.get(DEFENCE));
    return cells;
  }

  private static String verdictOf(List<String> numbers) {
    int sent = Integer.parseInt(numbers.get(0));
    int stored = Integer.parseInt(numbers.get(1));
    int lost = Integer.parseInt(numbers.get(2));
    int repeated = Integer.parseInt(numbers.get(3));
    assertThat(sent - lost + repeated).isEqualTo(stored);
    return new Count(sent, stored, lost, repeated).verdict().words();
  }

  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/guarantees.md")).stream()
        .dropWhile(Predicate.not(BEGIN::equals))
        .takeWhile(Predicate.not(END::equals))
        .filter(line -> line.startsWith("| "))
        .skip(1) // head
        .map(AsNotedPageTest::cells)
        .toList();
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .map(String::strip)
        .toList();
  }

  private static Set<String> productClasses() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(Path::toString)
          .filter(file -> file.contains("src/main/java"))
          .map(file -> file.replaceAll(".*/|\\.java$", ""))
          .collect(Collectors.toSet());
    }
  }
}
