package io.offsetwise.bootstrap.notes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One line of the notes on its way to a class and a test.
 *
 * @param number of the line in the page, from 1
 * @param columns line of the notes, class, shown by
 */
record TourRow(int number, List<String> columns) {

  private static final String NOT_THERE = "not there yet";
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)](?:\\[([^]]+)])?");
  private static final int COLUMNS = 3;

  TourRow {
    columns = List.copyOf(columns);
  }

  static TourRow of(int number, String line) {
    String inner = line.strip().replaceAll("^\\||\\|$", "");
    return new TourRow(number, Arrays.stream(inner.split("\\|")).map(String::strip).toList());
  }

  /** What is wrong with the row; {@code files} is what each label links to. */
  List<String> problems(Map<String, Path> files) {
    if (columns.size() != COLUMNS) {
      return List.of("line " + number + " has not " + COLUMNS + " columns");
    }
    List<String> problems = new ArrayList<>();
    if (!saysNotThere() && (links(1).isEmpty() || links(2).isEmpty())) {
      problems.add("line " + number + " neither leads to a class and a test nor says " + NOT_THERE);
    }
    links(1).forEach(link -> link.problem(files).ifPresent(problems::add));
    for (TourLink link : links(2)) {
      link.problem(files).or(() -> link.problemAsTest(files)).ifPresent(problems::add);
    }
    return problems;
  }

  private boolean saysNotThere() {
    return columns.stream().anyMatch(column -> column.contains(NOT_THERE));
  }

  private List<TourLink> links(int column) {
    return LINK.matcher(columns.get(column)).results().map(this::link).toList();
  }

  private TourLink link(MatchResult match) {
    String text = match.group(1);
    return new TourLink(number, text, Optional.ofNullable(match.group(2)).orElse(text));
  }
}
