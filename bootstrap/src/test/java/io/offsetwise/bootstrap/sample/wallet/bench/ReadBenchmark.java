package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The benchmark of reading alone as a program: nothing is saved. */
@Command(
    name = "read-benchmark",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how fast the job's readers read ranges, beside two plain consumers and beside the",
      "iterator of Spark's connector. Prints a table and a line of JSON."
    })
final class ReadBenchmark implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--records",
      defaultValue = "4000000",
      description = "Records in the topic (default: ${DEFAULT-VALUE}).")
  private long records;

  @Option(
      names = "--records-per-range",
      defaultValue = "800000",
      description = "Most records of a range (default: ${DEFAULT-VALUE}).")
  private int recordsPerRange;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Rounds that count, after one to warm up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  private ReadBenchmark() {}

  /** Runs the benchmark and ends the JVM, with exit code 0 if all contestants did all the work. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new ReadBenchmark())
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(args));
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Workload workload = new Workload(records, recordsPerRange, rounds);
    try (Testbed testbed =
        Testbed.open(workload, DataFolder.temporary(LocalDatabaseKind.H2).services(err::println))) {
      List<Contestant> contestants =
          List.of(
              new PlainConsumers(workload, testbed),
              new RangeReading(workload, testbed, RangeReading.Way.CONNECTOR),
              new RangeReading(workload, testbed, RangeReading.Way.READERS));
      BenchmarkReport report =
          new BenchmarkReport(
              Machine.current(),
              "no database",
              Workload.PARTITIONS + " partitions, " + Workload.THREADS + " threads each",
              workload,
              new Competition(workload, contestants, err::println)
                  .run().entrySet().stream()
                      .map(attempts -> Standing.of(attempts.getKey(), attempts.getValue()))
                      .toList(),
              2);
      out.println(report.text());
      out.println(report.json());
    }
    return CommandLine.ExitCode.OK;
  }
}
