package io.offsetwise.bootstrap.sample.wallet.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.offsetwise.bootstrap.table.Table;
import java.util.List;
import java.util.Locale;

/**
 * The outcome of a benchmark.
 *
 * @param machine where it ran
 * @param database what keeps ledger and balances
 * @param workload what was done
 * @param standings Spark reading alone, the hand-written loops, the jobs
 */
record BenchmarkReport(
    Machine machine, String database, Workload workload, List<Standing> standings) {

  private static final List<String> HEADING =
      List.of(
          "",
          "records/s (median)",
          "by round",
          "of the first loop",
          "of Spark reading",
          "records/transaction");

  /** Lines for people. */
  String text() {
    return String.format(
            Locale.ROOT,
            "%s; %,d payments in %d partitions, %d threads each, at most %,d records in a transaction;"
                + " rounds: %d, after one to warm up%n"
                + "Java %s, %d CPUs, heap %,d MB, load average at start %.1f%n%n",
            database,
            workload.payments(),
            Workload.PARTITIONS,
            Workload.THREADS,
            workload.recordsPerTransaction(),
            workload.rounds(),
            machine.java(),
            machine.cpus(),
            machine.heapMegabytes(),
            machine.loadAtStart())
        + Table.of(HEADING, standings.stream().map(this::row).toList()).text();
  }

  /** The same as one line of JSON. */
  String json() {
    try {
      return JsonMapper.builder().build().writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report has no JSON form", impossible);
    }
  }

  private List<String> row(Standing standing) {
    return List.of(
        standing.name(),
        number(standing.median()),
        String.join(" ", standing.recordsPerSecond().stream().map(rate -> number(rate)).toList()),
        ratio(standing, standings.get(1)),
        ratio(standing, standings.get(0)),
        standing.equals(standings.get(0)) ? "-" : number(standing.recordsPerStep()));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String ratio(Standing standing, Standing reference) {
    return String.format(Locale.ROOT, "%.2f", (double) standing.median() / reference.median());
  }
}
