package io.offsetwise.bootstrap.sample.wallet.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.offsetwise.bootstrap.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The outcome of a benchmark.
 *
 * @param machine where it ran
 * @param database what keeps ledger and balances
 * @param setting what else the contestants have in common
 * @param workload what was done
 * @param standings at least as many as references
 * @param references all are measured by so many of the first
 */
record BenchmarkReport(
    Machine machine,
    String database,
    String setting,
    Workload workload,
    List<Standing> standings,
    int references) {

  /** Lines for people. */
  String text() {
    return String.format(
            Locale.ROOT,
            "%s; %,d payments, %s, at most %,d records in a transaction; rounds: %d, after two to warm"
                + " up%n"
                + "Java %s, %d CPUs, heap %,d MB, load average at start %.1f%n%n",
            database,
            workload.payments(),
            setting,
            workload.recordsPerTransaction(),
            workload.rounds(),
            machine.java(),
            machine.cpus(),
            machine.heapMegabytes(),
            machine.loadAtStart())
        + Table.of(heading(), standings.stream().map(this::row).toList()).text();
  }

  /** The same as one line of JSON. */
  String json() {
    try {
      return JsonMapper.builder().build().writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report has no JSON form", impossible);
    }
  }

  private List<String> heading() {
    List<String> heading = new ArrayList<>(List.of("", "records/s (median)", "by round"));
    measures().forEach(reference -> heading.add("of " + reference.name()));
    heading.add("records/step");
    return heading;
  }

  private List<String> row(Standing standing) {
    List<String> row = new ArrayList<>();
    row.add(standing.name());
    row.add(number(standing.median()));
    row.add(
        String.join(" ", standing.recordsPerSecond().stream().map(rate -> number(rate)).toList()));
    measures().forEach(reference -> row.add(ratio(standing, reference)));
    row.add(number(standing.recordsPerStep()));
    return row;
  }

  private List<Standing> measures() {
    return standings.subList(0, references);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String ratio(Standing standing, Standing reference) {
    return String.format(Locale.ROOT, "%.2f", (double) standing.median() / reference.median());
  }
}
