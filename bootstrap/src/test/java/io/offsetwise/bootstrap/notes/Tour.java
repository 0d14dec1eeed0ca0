package io.offsetwise.bootstrap.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that leads from the notes to classes and tests: tables of three columns, whose links are
 * defined at the end of the page, {@code [SavePlan]: ../path}.
 *
 * @param rows the rows of all tables, without their heads
 * @param links what a label links to
 */
record Tour(List<TourRow> rows, Map<String, Path> links) {

  private static final Pattern DEFINITION = Pattern.compile("^\\[([^]]+)]:\\s*(\\S+)\\s*$");
  private static final String SEPARATOR = "|---";

  Tour {
    rows = List.copyOf(rows);
    links = Map.copyOf(links);
  }

  static Tour read(Path page) throws IOException {
    return of(Files.readAllLines(page), page.toAbsolutePath().getParent());
  }

  /** A page of these lines that lies in {@code folder}. */
  static Tour of(List<String> lines, Path folder) {
    Map<String, Path> links = new HashMap<>();
    List<TourRow> rows = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      String line = lines.get(index);
      Matcher definition = DEFINITION.matcher(line);
      if (definition.matches()) {
        links.put(definition.group(1), folder.resolve(definition.group(2)).normalize());
      } else if (line.startsWith("|") && !isHead(lines, index)) {
        rows.add(TourRow.of(index + 1, line));
      }
    }
    return new Tour(rows, links);
  }

  /** What is wrong with the page, a sentence each. */
  List<String> problems() {
    return rows.stream().flatMap(row -> row.problems(links).stream()).toList();
  }

  private static boolean isHead(List<String> lines, int index) {
    return lines.stream()
        .skip(index)
        .limit(2) // itself or the next one
        .anyMatch(line -> line.startsWith(SEPARATOR));
  }
}
