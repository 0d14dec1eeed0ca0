package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code docs/tour.md} leads to files and test methods that are there. */
class TourTest {

  private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
  private static final String THIS =
      "[TourTest]: ../bootstrap/src/test/java/io/offsetwise/bootstrap/notes/TourTest.java";

  @Test
  void everyRowLeadsSomewhereOrSaysThatItIsNotThereYet() throws Exception {
    Tour tour = Tour.read(DOCS.resolve("tour.md"));

    assertThat(tour.problems()).isEmpty();
    assertThat(tour.rows()).hasSizeGreaterThan(60);
  }

  @Test
  void everyLinkThatIsDefinedIsUsed() throws Exception {
    Tour tour = Tour.read(DOCS.resolve("tour.md"));

    assertThat(tour.links().keySet())
        .allSatisfy(
            label ->
                assertThat(tour.rows())
                    .anyMatch(row -> row.columns().toString().contains("[" + label + "]")));
  }

  /** A check of the check: each of these rows has one fault. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "| a line | no class | no test |; neither leads to a class and a test",
        "| a line | [TourTest] | no test |; neither leads to a class and a test",
        "| a line | [TourTest] |; has not 3 columns",
        "| a line | [Unknown] | [TourTest#reads][TourTest] |; [Unknown] is not defined",
        "| a line | [Gone] | [TourTest#aRowCanBeRight][TourTest] |; there is no",
        "| a line | [Tour][TourTest] | [TourTest#aRowCanBeRight][TourTest] |; is not Tour",
        "| a line | [TourTest] | [TourTest] |; names no test method",
        "| a line | [TourTest] | [TourTest#noSuchTest][TourTest] |; has no test method noSuchTest",
        "| a line | [TourTest] | [TourTest#problemsOf][TourTest] |; has no test method problemsOf",
        "| a line | not there yet | [TourTest#noSuchTest][TourTest] |; has no test method"
      })
  void aFaultIsFound(String row, String problem) {
    assertThat(problemsOf(row))
        .hasSizeGreaterThanOrEqualTo(1)
        .anySatisfy(found -> assertThat(found).startsWith("line 3").contains(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "| a line | [TourTest] | [TourTest#aRowCanBeRight][TourTest] |",
        "| a line | not there yet | |",
        "| a line | [TourTest] | not there yet |"
      })
  void aRowCanBeRight(String row) {
    assertThat(problemsOf(row)).isEmpty();
  }

  private static List<String> problemsOf(String row) {
    List<String> page =
        List.of("| line | class | shown by |", "|---|---|---|", row, THIS, "[Gone]: Gone.java");
    return Tour.of(page, DOCS).problems();
  }
}
