package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each recipe of the notes under its fault, on a real broker and a real database, counted against
 * Kafka's log. The table is printed at the end; {@code docs/guarantees.md} shows it.
 *
 * <p>No class of the product saves here, so that only another Spark or Kafka could change anything:
 * the tests run in the profile {@code full}.
 */
@Tag("full")
class AsNotedIT {

  @RegisterExtension static final NotedServices SERVICES = new NotedServices();

  private static final Map<Recipe, Outcome> OUTCOMES = new LinkedHashMap<>();

  @ParameterizedTest
  @MethodSource("recipesOfFirstNote")
  void firstNote(Recipe recipe) throws Exception {
    requireVerdict(recipe);
  }

  @ParameterizedTest
  @MethodSource("recipesOfSecondNote")
  void secondNote(Recipe recipe) throws Exception {
    requireVerdict(recipe);
  }

  @ParameterizedTest
  @MethodSource("recipesCopiedEverywhere")
  void copiedEverywhere(Recipe recipe) throws Exception {
    requireVerdict(recipe);
  }

  @AfterAll
  static void printTable() throws Exception {
    NotedTable table = new NotedTable(OUTCOMES);
    System.out.println(table.text());
    Files.write(Path.of("target", "as-noted.md"), table.markdown());
  }

  static List<Recipe> recipesOfFirstNote() {
    return FirstNote.recipes();
  }

  static List<Recipe> recipesOfSecondNote() {
    return SecondNote.recipes();
  }

  static List<Recipe> recipesCopiedEverywhere() {
    return CopiedEverywhere.recipes();
  }

  private static void requireVerdict(Recipe recipe) throws Exception {
    Outcome outcome = recipe.scenario().play(SERVICES.stage(recipe.program()));
    OUTCOMES.put(recipe, outcome);
    assertThat(outcome.verdict()).as("%s", outcome).isEqualTo(recipe.verdict());
  }
}
