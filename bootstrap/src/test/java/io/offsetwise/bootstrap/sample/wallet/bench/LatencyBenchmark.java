package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.Dialect;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.adapters.storage.postgresql.PostgresDialect;
import io.offsetwise.bootstrap.table.Table;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long a record waits for its commit, as a program. */
@Command(
    name = "latency-benchmark",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how long after it was sent a payment is committed, at a batch interval of 100 ms:",
      "by the wallet job, beside Spark reading alone and beside the same job written by hand on",
      "DStreams. Prints a table."
    })
final class LatencyBenchmark implements Callable<Integer> {

  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final long LOOK_EVERY_MS = 20;
  private static final int MOST_RECORDS = 10_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--rate",
      defaultValue = "200",
      description = "Payments a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description =
          "How long each stream is measured, after ten seconds to warm up (default:"
              + " ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--database",
      defaultValue = "h2",
      description = "What keeps ledger and balances: h2, postgresql (default: ${DEFAULT-VALUE}).")
  private LocalDatabaseKind database;

  private LatencyBenchmark() {}

  /** Runs the benchmark and ends the JVM, with exit code 0 if all payments were saved. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new LatencyBenchmark())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(args));
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    try (Testbed testbed =
        Testbed.empty(
            MOST_RECORDS, INTERVAL, DataFolder.temporary(database).services(err::println))) {
      List<Waited> waited = new ArrayList<>();
      for (LiveStream live : streams(testbed.database().dialect())) {
        err.println("measuring: " + live.name());
        waited.add(measure(testbed, live));
      }
      spec.commandLine().getOut().println(table(waited).text());
    }
    return CommandLine.ExitCode.OK;
  }

  private static List<LiveStream> streams(Dialect dialect) {
    return List.of(
        ConnectorStream.reading(),
        ConnectorStream.byHand(
            dialect instanceof PostgresDialect ? LoopLedger.Way.COPY : LoopLedger.Way.BATCHES),
        new WalletStream(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, SaveScope.PARTITION),
        new WalletStream(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, SaveScope.BATCH));
  }

  /** Each has a topic of its own. */
  private Waited measure(Testbed testbed, LiveStream live) throws Exception {
    String name = live.name().replaceAll("\\W+", "-");
    Testbed own = testbed.on(name, Workload.PARTITIONS);
    Latencies latencies = new Latencies();
    try (LiveStream.Running running = live.start(own, new StreamName(name), latencies)) {
      PacedFeed feed = new PacedFeed(own.kafka().clientProperties(), name, rate, number -> null);
      long warmUp = WARM_UP.toSeconds() * rate;
      long measured = (long) seconds * rate;
      feed.send(warmUp, latencies);
      awaitAll(running, latencies, warmUp);
      long begin = System.nanoTime();
      feed.send(measured, latencies);
      awaitAll(running, latencies, warmUp + measured);
      return new Waited(live.name(), latencies.millisSince(begin));
    }
  }

  private static void awaitAll(LiveStream.Running running, Latencies latencies, long sent)
      throws Exception {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (latencies.count() < sent) {
      running.requireAlive();
      Thread.sleep(LOOK_EVERY_MS);
      if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException("only " + latencies.count() + " of " + sent + " were saved");
      }
    }
  }

  private static Table table(List<Waited> waited) {
    Waited byHand = waited.get(1);
    return Table.of(
        List.of("", "p50, ms", "p99, ms", "p50 of " + byHand.name(), "p99"),
        waited.stream()
            .map(
                stream ->
                    List.of(
                        stream.name(),
                        number("%.0f", stream.percentile(50)),
                        number("%.0f", stream.percentile(99)),
                        number("%.2f", stream.percentile(50) / byHand.percentile(50)),
                        number("%.2f", stream.percentile(99) / byHand.percentile(99))))
            .toList());
  }

  private static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  /**
   * The latencies of a stream.
   *
   * @param millis of each record
   */
  private record Waited(String name, List<Double> millis) {

    double percentile(int percent) {
      return Percentile.of(percent, millis);
    }
  }
}
