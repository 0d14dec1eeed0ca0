package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
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
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a long partition takes of the heap, as a program. */
@Command(
    name = "heap-benchmark",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how much of the heap is alive at most while the wallet job saves one partition in",
      "one transaction, and while it saves one that is many times longer. Prints a table."
    })
final class HeapBenchmark implements Callable<Integer> {

  private static final Duration INTERVAL = Duration.ofMillis(100);

  /** So many that the producer's buffer does not fill up. */
  private static final int FED_PER_SECOND = 40_000;

  private static final int BITS_OF_A_MEGABYTE = 20;

  @Spec private CommandSpec spec;

  @Option(
      names = "--records",
      defaultValue = "10000",
      description = "Payments of the short partition (default: ${DEFAULT-VALUE}).")
  private int records;

  @Option(
      names = "--factor",
      defaultValue = "100",
      description = "So many times more are in the long one (default: ${DEFAULT-VALUE}).")
  private int factor;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Rounds that count, after one to warm up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--database",
      defaultValue = "h2",
      description = "What keeps ledger and balances: h2, postgresql (default: ${DEFAULT-VALUE}).")
  private LocalDatabaseKind database;

  private HeapBenchmark() {}

  /** Runs the benchmark and ends the JVM, with exit code 0 if all payments were saved. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new HeapBenchmark())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
            .execute(args));
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    int most = Math.multiplyExact(records, factor);
    try (Testbed testbed =
        Testbed.empty(most, INTERVAL, DataFolder.temporary(database).services(err::println))) {
      Side shorter = new Side(fed(testbed, "short", records), records);
      Side longer = new Side(fed(testbed, "long", most), most);
      for (int round = 0; round <= rounds; round++) {
        for (Side side : List.of(shorter, longer)) {
          side.run(round);
          err.println(side.records() + " records: " + side.peaks());
        }
      }
      spec.commandLine().getOut().println(table(shorter, longer).text());
    }
    return CommandLine.ExitCode.OK;
  }

  private static Testbed fed(Testbed testbed, String topic, int records) {
    Testbed fed = testbed.on(topic, 1);
    new PacedFeed(fed.kafka().clientProperties(), topic, FED_PER_SECOND, number -> null)
        .send(records, (partition, offset, nanos) -> {});
    return fed;
  }

  private static Table table(Side shorter, Side longer) {
    String most = Long.toString(Runtime.getRuntime().maxMemory() >> BITS_OF_A_MEGABYTE);
    return Table.of(
        List.of("records in one transaction", "alive at most, MB", "of the short one", "heap, MB"),
        List.of(row(shorter, shorter, most), row(longer, shorter, most)));
  }

  private static List<String> row(Side side, Side shorter, String most) {
    return List.of(
        String.format(Locale.ROOT, "%,d", side.records()),
        String.format(Locale.ROOT, "%.1f", side.median()),
        String.format(Locale.ROOT, "%.2f", side.median() / shorter.median()),
        most);
  }

  /**
   * One of the two partitions.
   *
   * @param peaks of the rounds that count, in MB
   */
  private record Side(Testbed testbed, int records, List<Double> peaks) {

    private static final LiveStream JOB =
        new WalletStream(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, SaveScope.PARTITION);

    Side(Testbed testbed, int records) {
      this(testbed, records, new ArrayList<>());
    }

    /** Round 0 does not count. */
    void run(int round) throws Exception {
      Workload workload = new Workload(records, records, 1);
      try (LiveHeap heap = LiveHeap.watch()) {
        Attempt attempt =
            new UntilAllRead(workload, testbed, JOB)
                .run(new StreamName("heap-" + records + "-" + round));
        if (attempt.steps() != 1) {
          throw new IllegalStateException("saved in " + attempt.steps() + " transactions");
        }
        if (round > 0) {
          peaks.add((double) heap.peakBytes() / (1 << BITS_OF_A_MEGABYTE));
        }
      }
    }

    double median() {
      return Median.of(peaks.stream().mapToDouble(Double::doubleValue));
    }
  }
}
