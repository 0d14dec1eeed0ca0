package io.offsetwise.bootstrap.audit;

import io.offsetwise.bootstrap.table.Table;
import io.offsetwise.domain.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A verdict as a table for terminals: a row for each partition, the findings, and a sentence. */
public final class AuditTable {

  private static final List<String> HEADING =
      List.of(
          "PARTITION",
          "START",
          "POSITION",
          "LOG",
          "SENT",
          "STORED",
          "LOST",
          "REPEATED",
          "GAPS",
          "NOT COMPARED",
          "HOLES");

  private AuditTable() {}

  /** All of it. */
  public static String of(AuditVerdict verdict) {
    return Stream.of(
            Text.of(
                "stream %s, %s, as it was stored at one instant",
                verdict.job(), verdict.guarantee()),
            partitions(verdict),
            findings(verdict),
            sentence(verdict))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static String partitions(AuditVerdict verdict) {
    Stream<List<String>> rows = verdict.partitions().stream().map(AuditTable::row);
    List<String> sums =
        row(
            Stream.of("together", "", "", ""),
            verdict.sent(),
            verdict.stored(),
            verdict.lost(),
            verdict.repeated(),
            verdict.gaps(),
            verdict.notCompared(),
            verdict.holes());
    return Table.of(HEADING, Stream.concat(rows, Stream.of(sums)).toList()).text();
  }

  private static List<String> row(AuditVerdict.Partition partition) {
    return row(
        Stream.of(
            partition.name(),
            number(partition.start()),
            partition.position().isPresent() ? number(partition.position().getAsLong()) : "none",
            partition
                .logStart()
                .map(start -> "[" + start + ", " + partition.logEnd().orElseThrow() + ")")
                .orElse("none")),
        partition.sent(),
        partition.stored(),
        partition.lost(),
        partition.repeated(),
        partition.gaps(),
        partition.notCompared(),
        partition.holes());
  }

  private static List<String> row(Stream<String> words, long... numbers) {
    return Stream.concat(words, LongStream.of(numbers).mapToObj(AuditTable::number)).toList();
  }

  private static String findings(AuditVerdict verdict) {
    return new Table(
            verdict.findings().stream()
                .map(
                    found ->
                        List.of(
                            found.permitted() ? "permitted" : "BROKEN",
                            found.kind(),
                            found.description()))
                .toList())
        .text();
  }

  private static String sentence(AuditVerdict verdict) {
    long broken = verdict.findings().stream().filter(found -> !found.permitted()).count();
    String asFar = verdict.notCompared() > 0 ? " as far as the log still tells" : "";
    return verdict.kept()
        ? "The guarantee is kept" + asFar + "."
        : Text.of(
            "The guarantee is BROKEN: %s%s not permitted by what is on record of it.",
            broken, broken == 1 ? " of these findings is" : " of these findings are");
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
