package io.offsetwise.bootstrap.offsets;

import io.offsetwise.bootstrap.table.Table;
import io.offsetwise.domain.text.Text;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reset for terminals: old, new and difference of each partition, and what comes of it. */
public final class ResetTable {

  private static final List<String> HEADING =
      List.of("GROUP", "TOPIC", "PARTITION", "OLD-OFFSET", "NEW-OFFSET", "DIFFERENCE");

  private ResetTable() {}

  /** All of it. */
  public static String of(ResetReport report) {
    return Stream.of(
            Stream.of(title(report), report.time().orElse("")),
            Stream.of(partitions(report)),
            report.effects().stream().map(effect -> effect + "."),
            report.warnings().stream().map(warning -> "warning: " + warning + "."),
            Stream.of(end(report)))
        .map(lines -> lines.filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static String title(ResetReport report) {
    return Text.of(
        "stream %s, %s, offsets in the storage %s: %s",
        report.stream(), report.guarantee(), report.storage(), report.option());
  }

  private static String partitions(ResetReport report) {
    return Table.of(
            HEADING,
            report.partitions().stream()
                .map(
                    moved ->
                        List.of(
                            report.stream(),
                            moved.topic(),
                            Integer.toString(moved.partition()),
                            Table.cell(moved.oldOffset()),
                            Long.toString(moved.newOffset()),
                            signed(moved.difference())))
                .toList())
        .text();
  }

  private static String end(ResetReport report) {
    if (!report.executed()) {
      return "Dry run: nothing was written. Give --execute to do it.";
    }
    String done = "Done under epoch " + report.epoch().orElseThrow() + ".";
    return report.undo().isEmpty()
        ? done
        : done + " To take it back:\n" + String.join("\n", report.undo());
  }

  private static String signed(OptionalLong number) {
    String cell = Table.cell(number);
    return number.isPresent() && number.getAsLong() > 0 ? "+" + cell : cell;
  }
}
