package io.offsetwise.bootstrap.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of texts in columns as wide as their widest line; the same text on every machine.
 *
 * @param rows the heading first; a cell may have several lines; cells at the end may be missing
 */
public record Table(List<List<String>> rows) {

  /** The cell of something that is not there. */
  public static final String NONE = "-";

  private static final String GAP = "  ";

  public Table {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** A table of these rows below {@code heading}. */
  public static Table of(List<String> heading, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(heading);
    all.addAll(rows);
    return new Table(all);
  }

  /** The cell of a number that may not be there. */
  public static String cell(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : NONE;
  }

  /** The lines, with {@code \n} between them and no space at their ends. */
  public String text() {
    List<Integer> widths =
        IntStream.range(0, rows.stream().mapToInt(List::size).max().orElse(0))
            .mapToObj(this::width)
            .toList();
    return rows.stream().map(row -> text(row, widths)).collect(Collectors.joining("\n"));
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .flatMap(row -> row.get(column).lines())
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static String text(List<String> row, List<Integer> widths) {
    List<List<String>> cells = row.stream().map(cell -> cell.lines().toList()).toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, height)
        .mapToObj(line -> line(cells, line, widths))
        .collect(Collectors.joining("\n"));
  }

  private static String line(List<List<String>> cells, int line, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> padded(lineOf(cells.get(column), line), widths.get(column)))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private static String lineOf(List<String> cell, int line) {
    return line < cell.size() ? cell.get(line) : "";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
