package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The table of faults: number, fault, what happens here, test.
 *
 * @param rows its lines, without its head
 */
record FaultTable(List<String> rows) {

  /** The faults that concern the parts that are there; a new part adds its own. */
  private static final Set<Integer> NUMBERS =
      Set.of(
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
          26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 45, 46, 47, 48, 50,
          51, 52, 53, 54, 55, 56, 59, 60, 61, 62, 63, 65, 66, 67, 68, 69, 70, 82, 85);

  private static final String SECTION = "## Faults";
  private static final String NO_TEST = "no test: ";
  private static final int COLUMNS = 4;

  FaultTable {
    rows = List.copyOf(rows);
  }

  /** The table of a page, empty when it has none. */
  static FaultTable of(List<String> page) {
    List<String> table =
        page.stream()
            .dropWhile(line -> !line.equals(SECTION))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("|"))
            .skip(2) // head and separator
            .toList();
    return new FaultTable(table);
  }

  /** What is wrong, a sentence each. */
  List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    Set<Integer> missing = new HashSet<>(NUMBERS);
    for (String row : rows) {
      List<String> columns = Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
      if (columns.size() != COLUMNS + 2) {
        problems.add("not " + COLUMNS + " columns: " + row);
        continue;
      }
      String test = columns.get(COLUMNS);
      if (NamedTests.in(List.of(test)).tests().isEmpty() && !test.startsWith(NO_TEST)) {
        problems.add("neither names a test nor says why there is none: " + row);
      }
      numbers(columns.get(1)).forEach(missing::remove);
    }
    missing.stream().sorted().forEach(number -> problems.add("no row for fault " + number));
    problems.addAll(NamedTests.in(rows).problems());
    return problems;
  }

  private static IntStream numbers(String column) {
    return Arrays.stream(column.split(", ", -1)).mapToInt(Integer::parseInt);
  }
}
