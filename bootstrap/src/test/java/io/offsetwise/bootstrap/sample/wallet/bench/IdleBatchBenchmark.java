package io.offsetwise.bootstrap.sample.wallet.bench;

import com.sun.management.OperatingSystemMXBean;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.bootstrap.table.Table;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.SparkContext;

/**
 * What a batch costs the driver when nothing has arrived, beside Spark alone: by the number of
 * partitions. A table on standard output.
 */
final class IdleBatchBenchmark {

  private static final List<Integer> PARTITIONS = List.of(5, 10, 100, 1_000);
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration MEASURED = Duration.ofSeconds(15);
  private static final double NANOS_OF_A_MILLISECOND = 1e6;
  private static final int MOST_RECORDS = 10_000;

  private final Testbed testbed;
  private final BatchTimes times = new BatchTimes();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private IdleBatchBenchmark(Testbed testbed) {
    this.testbed = testbed;
  }

  /** Runs the benchmark and ends the JVM. */
  public static void main(String[] args) throws Exception {
    try (Testbed testbed = open()) {
      System.out.println(new IdleBatchBenchmark(testbed).table().text());
    }
    System.exit(0);
  }

  private static Testbed open() throws IOException, InterruptedException {
    return Testbed.empty(
        MOST_RECORDS,
        INTERVAL,
        DataFolder.temporary(LocalDatabaseKind.H2).services(System.err::println));
  }

  private Table table() throws Exception {
    SparkContext spark = testbed.spark().context().sc();
    spark.addSparkListener(times);
    List<List<String>> rows = new ArrayList<>();
    for (int partitions : PARTITIONS) {
      Cost alone = measure(ConnectorStream.reading(), partitions);
      Cost job =
          measure(
              new WalletStream(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, SaveScope.PARTITION),
              partitions);
      rows.add(row(partitions, alone, alone));
      rows.add(row(partitions, job, alone));
    }
    return Table.of(
        List.of("partitions", "", "batches", "ms/batch (median)", "CPU ms/batch", "of Spark alone"),
        rows);
  }

  private Cost measure(LiveStream live, int partitions) throws Exception {
    Testbed idle = testbed.on("idle-" + partitions, partitions);
    String name = live.name().replaceAll("\\W+", "-") + "-" + partitions;
    try (LiveStream.Running running =
        live.start(idle, new StreamName(name), (records, ranges) -> {})) {
      Thread.sleep(WARM_UP.toMillis());
      times.clear();
      long begin = system.getProcessCpuTime();
      Thread.sleep(MEASURED.toMillis());
      long nanos = system.getProcessCpuTime() - begin;
      List<Double> millis = times.millis();
      running.requireAlive();
      return new Cost(
          live.name(),
          millis.size(),
          Percentile.of(50, millis),
          nanos / NANOS_OF_A_MILLISECOND / millis.size());
    }
  }

  private static List<String> row(int partitions, Cost cost, Cost alone) {
    return List.of(
        Integer.toString(partitions),
        cost.name(),
        Integer.toString(cost.batches()),
        number("%.0f", cost.wallMillis()),
        number("%.1f", cost.cpuMillis()),
        number("%.2f", cost.cpuMillis() / alone.cpuMillis()));
  }

  private static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  /**
   * The cost of batches without records.
   *
   * @param batches how many were measured
   * @param wallMillis from the time of a batch to its end, the median
   * @param cpuMillis processor time of the whole JVM for each batch
   */
  private record Cost(String name, int batches, double wallMillis, double cpuMillis) {}
}
