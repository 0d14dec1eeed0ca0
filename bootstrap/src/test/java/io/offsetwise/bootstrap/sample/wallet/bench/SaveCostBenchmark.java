package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The benchmark of saves as a program: the report on standard output, all else on the other. */
@Command(
    name = "save-cost-benchmark",
    mixinStandardHelpOptions = true,
    description = {
      "Measures what saving the offsets of a batch costs: guarded in Kafka and in the own store, by",
      "batch and by partition, beside a plain commitSync. Prints a table and one line of JSON."
    })
final class SaveCostBenchmark implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--batches",
      defaultValue = "200",
      description = "Batches in a round (default: ${DEFAULT-VALUE}).")
  private int batches;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Rounds that count, after one to warm up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  private SaveCostBenchmark() {}

  /** Runs the benchmark and ends the JVM, with exit code 0 if everything was stored. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new SaveCostBenchmark())
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .setExecutionExceptionHandler(SaveCostBenchmark::report)
            .execute(args));
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    try (SaveTestbed testbed =
        SaveTestbed.open(DataFolder.temporary(LocalDatabaseKind.H2).services(err::println))) {
      SaveReport report =
          new SaveBenchmark(batches, rounds).run(SaveBenchmark.all(testbed), err::println);
      spec.commandLine().getOut().println(report.text());
      spec.commandLine().getOut().println(report.json());
    }
    return CommandLine.ExitCode.OK;
  }

  private static int report(
      Exception failure, CommandLine command, CommandLine.ParseResult unused) {
    LoggerFactory.getLogger(SaveCostBenchmark.class).error("the benchmark failed", failure);
    command.getErr().println("the benchmark failed: " + failure);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
