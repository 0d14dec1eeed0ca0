package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code docs/recipes.md} names files and classes that are there, and its code compiles. */
class RecipesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path classes;

  @Test
  void everythingNamedIsThere() throws Exception {
    assertThat(Recipes.read(ROOT).problems()).isEmpty();
  }

  @Test
  void noRecipeHasMoreThanEightSteps() throws Exception {
    assertThat(Recipes.read(ROOT).steps())
        .hasSizeGreaterThan(4)
        .allSatisfy(steps -> assertThat(steps).isBetween(1L, 8L));
  }

  @Test
  void theCodeCompiles() throws Exception {
    List<RecipeCode> code = Recipes.read(ROOT).code();

    assertThat(code).hasSizeGreaterThan(2);
    assertThat(RecipeCode.errors(code, ROOT, classes)).isEmpty();
  }

  @Test
  void codeThatDoesNotCompileIsFound() throws Exception {
    RecipeCode wrong =
        new RecipeCode(
            "application/src/main/java/io/offsetwise/application/wrong/Wrong.java",
            "public record Wrong() implements RecordFunction<String> {}");

    assertThat(RecipeCode.errors(List.of(wrong), ROOT, classes))
        .singleElement()
        .asString()
        .contains("does not override abstract method");
  }

  /** A check of the check: each of these lines has one fault. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "see [Gone](../application/Gone.java); there is no ../application/Gone.java",
        "see [guarantees](gone.md); there is no gone.md",
        "see [Tour](../bootstrap/src/test/java/io/offsetwise/bootstrap/notes/TourTest.java); is not Tour",
        "look at `GoneStore` here; there is no class GoneStore",
        "`gone` of [TourTest](../bootstrap/src/test/java/io/offsetwise/bootstrap/notes/TourTest.java); has no gone",
      })
  void aFaultIsFound(String line, String problem) throws Exception {
    assertThat(new Recipes(line, ROOT).problems()).singleElement().asString().contains(problem);
  }

  @Test
  void aNewPackageNeedsAPlace() throws Exception {
    String page = "```java\n// nowhere/src/main/java/x/New.java\nrecord New() {}\n```\n";

    assertThat(new Recipes(page, ROOT).problems())
        .containsExactly("there is no folder for nowhere/src/main/java/x/New.java");
  }
}
