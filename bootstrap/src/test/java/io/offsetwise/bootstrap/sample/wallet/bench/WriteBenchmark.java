package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.local.LocalDatabase;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseSettings;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.bootstrap.sample.wallet.WalletJob;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The benchmark of writing alone as a program, without Kafka and without Spark. */
@Command(
    name = "write-benchmark",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how fast one thread writes the ledger into PostgreSQL by the store's own writers,",
      "beside COPY alone and beside COPY and ON CONFLICT alone. Prints a table and a line of JSON."
    })
final class WriteBenchmark implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--rows",
      defaultValue = "300000",
      description = "Rows of a round (default: ${DEFAULT-VALUE}).")
  private long rows;

  @Option(
      names = "--rows-per-transaction",
      defaultValue = "10000",
      description = "Rows of a transaction (default: ${DEFAULT-VALUE}).")
  private int rowsPerTransaction;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Rounds that count, after two to warm up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  private WriteBenchmark() {}

  /** Runs the benchmark and ends the JVM, with exit code 0 if all contestants did all the work. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new WriteBenchmark())
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(args));
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Path folder = Files.createTempDirectory("offsetwise-benchmark");
    try (LocalDatabase server =
        LocalDatabaseKind.POSTGRESQL.start(LocalDatabaseSettings.onAnyPort(folder))) {
      measure(server.client(), out, err);
    }
    return CommandLine.ExitCode.OK;
  }

  private void measure(JdbcSettings database, PrintWriter out, PrintWriter err) throws Exception {
    new SchemaMigration(database).migrate(SchemaPart.OFFSETS, new WalletJob().schema());
    Workload workload = new Workload(rows, rowsPerTransaction, rounds);
    try (JdbcConnections connections = database.open()) {
      BenchmarkReport appended =
          report(
              workload,
              List.of(
                  CopyAlone.appending(workload, database),
                  new WrittenLedger(
                      "store, appended",
                      workload,
                      connections,
                      DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE)),
              err);
      BenchmarkReport keyed =
          report(
              workload,
              List.of(
                  CopyAlone.keyed(workload, database),
                  new WrittenLedger(
                      "store, keyed",
                      workload,
                      connections,
                      DeliveryGuarantee.IDEMPOTENT_EXACTLY_ONCE)),
              err);
      List.of(appended, keyed).forEach(report -> out.println(report.text()));
      List.of(appended, keyed).forEach(report -> out.println(report.json()));
    }
  }

  private static BenchmarkReport report(
      Workload workload, List<Contestant> contestants, PrintWriter err) throws Exception {
    return new BenchmarkReport(
        Machine.current(),
        "PostgreSQL",
        "no Kafka, one thread",
        workload,
        new Competition(workload, contestants, err::println)
            .run().entrySet().stream()
                .map(attempts -> Standing.of(attempts.getKey(), attempts.getValue()))
                .toList(),
        contestants.size());
  }
}
