package io.offsetwise.bootstrap.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of faults in {@code docs/guarantees.md} has each fault, and a test that is there. */
class FaultTableTest {

  @Test
  void everyFaultHasATestThatIsThereOrAReason() throws Exception {
    FaultTable table = FaultTable.of(NamedTests.page("guarantees.md"));

    assertThat(table.problems()).isEmpty();
  }

  /** A check of the check: each of these rows has one fault. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "| 1 | a fault | it ends | `FaultTableTest#gone` |; FaultTableTest has no test method gone",
        "| 1 | a fault | it ends | `Gone#gone` |; [Gone] is not defined",
        "| 1 | a fault | it ends | shown by a test |; neither names a test",
        "| 1 | a fault | `FaultTableTest#aRowThatIsLeftOutIsFound` | |; neither names a test",
        "| 1 | a fault | it ends |; not 4 columns"
      })
  void aFaultOfTheTableIsFound(String row, String problem) throws Exception {
    List<String> page = NamedTests.page("guarantees.md");

    assertThat(new FaultTable(Stream.concat(rows(page), Stream.of(row)).toList()).problems())
        .singleElement()
        .asString()
        .contains(problem);
  }

  @Test
  void aRowThatIsLeftOutIsFound() throws Exception {
    List<String> page = NamedTests.page("guarantees.md");

    assertThat(new FaultTable(rows(page).skip(1).toList()).problems())
        .containsExactly("no row for fault 1");
    assertThat(FaultTable.of(List.of("# A page without the table")).problems())
        .hasSizeGreaterThan(40)
        .allMatch(problem -> problem.startsWith("no row for fault "));
  }

  private static Stream<String> rows(List<String> page) {
    return FaultTable.of(page).rows().stream();
  }
}
