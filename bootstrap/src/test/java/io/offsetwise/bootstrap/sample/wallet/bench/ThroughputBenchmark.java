package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The benchmark as a program: the report on standard output, everything else on standard error. */
@Command(
    name = "throughput-benchmark",
    mixinStandardHelpOptions = true,
    description = {
      "Measures records per second of the wallet job, beside Spark reading alone, beside the same",
      "job written by hand on DStreams and beside a hand-written loop of consumer and JDBC.",
      "Prints a table and the same as one line of JSON."
    })
final class ThroughputBenchmark implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--records",
      defaultValue = "400000",
      description = "Payments in the topic (default: ${DEFAULT-VALUE}).")
  private long records;

  @Option(
      names = "--records-per-transaction",
      defaultValue = "10000",
      description =
          "Most records that one transaction saves (default: ${DEFAULT-VALUE}, as the job's own"
              + " settings make it).")
  private int recordsPerTransaction;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Rounds that count, after two to warm up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--database",
      defaultValue = "h2",
      description = "What keeps ledger and balances: h2, postgresql (default: ${DEFAULT-VALUE}).")
  private LocalDatabaseKind database;

  @Option(names = "--chart", description = "A file for the same as a picture, SVG.")
  private Path chart;

  private ThroughputBenchmark() {}

  /** Runs the benchmark and ends the JVM, with exit code 0 if all contestants did all the work. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new ThroughputBenchmark())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .setExecutionExceptionHandler(ThroughputBenchmark::report)
            .execute(args));
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Workload workload = new Workload(records, recordsPerTransaction, rounds);
    try (Testbed testbed =
        Testbed.open(workload, DataFolder.temporary(database).services(err::println))) {
      BenchmarkReport report = new Benchmark(workload, testbed).run(err::println);
      out.println(report.text());
      out.println(report.json());
      draw(report);
    }
    return CommandLine.ExitCode.OK;
  }

  private void draw(BenchmarkReport report) throws IOException {
    if (chart != null) {
      String title = "Payments saved per second, " + report.database();
      Files.writeString(chart, new BarChart(title, report.standings()).svg());
    }
  }

  private static int report(
      Exception failure, CommandLine command, CommandLine.ParseResult unused) {
    LoggerFactory.getLogger(ThroughputBenchmark.class).error("the benchmark failed", failure);
    command.getErr().println("the benchmark failed: " + failure);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
