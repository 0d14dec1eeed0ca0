package io.offsetwise.bootstrap.offsets;

import io.offsetwise.bootstrap.table.Table;
import io.offsetwise.domain.text.Text;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A description for terminals: Kafka's columns in Kafka's order, then what is known beside them.
 */
public final class DescriptionTable {

  private static final List<String> HEADING =
      List.of(
          "GROUP",
          "TOPIC",
          "PARTITION",
          "CURRENT-OFFSET",
          "LOG-END-OFFSET",
          "LAG",
          "STORAGE",
          "EARLIEST",
          "LAST-STABLE",
          "GUARANTEE",
          "OWNER",
          "EPOCH",
          "LAST-SAVED",
          "OPEN-TRANSACTION");

  private DescriptionTable() {}

  /** A row for each storage and partition, and below them what could not be looked at. */
  public static String of(DescriptionReport report) {
    String table =
        Table.of(
                HEADING,
                report.positions().stream().map(position -> row(report, position)).toList())
            .text();
    return report.notSeen().stream()
        .map(each -> Text.of("\n\nnot seen: %s: %s", each.what(), each.why()))
        .collect(Collectors.joining("", table, ""));
  }

  private static List<String> row(DescriptionReport report, DescriptionReport.Position position) {
    return List.of(
        report.stream(),
        position.topic(),
        Integer.toString(position.partition()),
        Table.cell(position.currentOffset()),
        Table.cell(position.logEndOffset()),
        Table.cell(position.lag()),
        position.inUse() ? position.storage() + " (in use)" : position.storage(),
        Table.cell(position.earliest()),
        Table.cell(position.lastStableOffset()),
        report.guarantee(),
        position.inUse() ? owner(report) : Table.NONE,
        Table.cell(position.epoch()),
        position.lastSaved().orElse(Table.NONE),
        position.openTransaction().map(DescriptionTable::transaction).orElse(Table.NONE));
  }

  private static String transaction(DescriptionReport.Transaction open) {
    return Text.of(
        "producer %s epoch %s from %s, last written %s",
        open.producerId(), open.producerEpoch(), open.startOffset(), open.lastWritten());
  }

  private static String owner(DescriptionReport report) {
    return report
        .driver()
        .map(driver -> driver.host() + "/" + driver.pid() + " since " + driver.since())
        .orElse(Table.NONE);
  }
}
