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
 * @param workload what was done
 * @param sparkReading Spark reading alone
 * @param handWritten the hand-written loop
 * @param job the job
 */
record BenchmarkReport(
    Machine machine, Workload workload, Standing sparkReading, Standing handWritten, Standing job) {

  private static final List<String> HEADING =
      List.of(
          "",
          "records/s (median)",
          "by round",
          "of hand-written",
          "of Spark reading",
          "records/transaction");

  /** Lines for people. */
  String text() {
    return String.format(
            Locale.ROOT,
            "%,d payments in %d partitions, %d threads each, at most %,d records in a transaction;"
                + " rounds: %d, after one to warm up%n"
                + "Java %s, %d CPUs, heap %,d MB, load average at start %.1f%n%n",
            workload.payments(),
            Workload.PARTITIONS,
            Workload.THREADS,
            workload.recordsPerTransaction(),
            workload.rounds(),
            machine.java(),
            machine.cpus(),
            machine.heapMegabytes(),
            machine.loadAtStart())
        + Table.of(HEADING, List.of(row(sparkReading), row(handWritten), row(job))).text();
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
        ratio(standing, handWritten),
        ratio(standing, sparkReading),
        standing.equals(sparkReading) ? "-" : number(standing.recordsPerStep()));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String ratio(Standing standing, Standing reference) {
    return String.format(Locale.ROOT, "%.2f", (double) standing.median() / reference.median());
  }
}
