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
import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkContext;

/**
 * What partitions cost in which nothing arrives: five with records alone, and among 500. A table on
 * standard output.
 */
final class QuietPartitionsBenchmark {

  private static final List<Integer> PARTITIONS = List.of(5, 500);
  private static final int BUSY = 5;
  private static final int PER_SECOND = 2_000;
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration MEASURED = Duration.ofSeconds(20);
  private static final Duration OF_HEAP = Duration.ofSeconds(5);
  private static final double NANOS_OF_A_MILLISECOND = 1e6;
  private static final double MEGABYTE = 1 << 20;
  private static final int MOST_RECORDS = 10_000;

  private final Testbed testbed;
  private final BatchTimes times = new BatchTimes();
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private QuietPartitionsBenchmark(Testbed testbed) {
    this.testbed = testbed;
  }

  /** Runs the benchmark and ends the JVM. */
  public static void main(String[] args) throws Exception {
    try (Testbed testbed = open()) {
      System.out.println(new QuietPartitionsBenchmark(testbed).table().text());
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
    for (LiveStream live :
        List.of(
            ConnectorStream.reading(),
            new WalletStream(DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, SaveScope.PARTITION))) {
      Cost few = measure(live, PARTITIONS.get(0));
      Cost many = measure(live, PARTITIONS.get(1));
      rows.add(row(few, few));
      rows.add(row(many, few));
    }
    return Table.of(
        List.of(
            "partitions",
            "",
            "ms/batch (median)",
            "CPU ms/batch",
            "live heap, MB",
            "ms of few",
            "CPU of few",
            "heap of few"),
        rows);
  }

  private Cost measure(LiveStream live, int partitions) throws Exception {
    String name = live.name().replaceAll("\\W+", "-") + "-" + partitions;
    Testbed own = testbed.on(name, partitions);
    long payments = (WARM_UP.plus(MEASURED).plus(OF_HEAP).toSeconds() + 5) * PER_SECOND;
    PacedFeed feed =
        new PacedFeed(
            own.kafka().clientProperties(), name, PER_SECOND, number -> (int) (number % BUSY));
    CompletableFuture<Void> feeding =
        CompletableFuture.runAsync(() -> feed.send(payments, (partition, offset, nanos) -> {}));
    try (LiveStream.Running running =
        live.start(own, new StreamName(name), (records, ranges) -> {})) {
      Thread.sleep(WARM_UP.toMillis());
      times.clear();
      long begin = system.getProcessCpuTime();
      Thread.sleep(MEASURED.toMillis());
      long nanos = system.getProcessCpuTime() - begin;
      List<Double> millis = times.millis();
      long heap = heap();
      running.requireAlive();
      feeding.join();
      return new Cost(
          partitions,
          live.name(),
          Percentile.of(50, millis),
          nanos / NANOS_OF_A_MILLISECOND / millis.size(),
          heap / MEGABYTE);
    }
  }

  /** For itself, because looking slows everything down. */
  private static long heap() throws InterruptedException {
    try (LiveHeap heap = LiveHeap.watch()) {
      Thread.sleep(OF_HEAP.toMillis());
      return heap.peakBytes();
    }
  }

  private static List<String> row(Cost cost, Cost few) {
    return List.of(
        Integer.toString(cost.partitions()),
        cost.name(),
        number("%.0f", cost.wallMillis()),
        number("%.1f", cost.cpuMillis()),
        number("%.1f", cost.heapMegabytes()),
        number("%.2f", cost.wallMillis() / few.wallMillis()),
        number("%.2f", cost.cpuMillis() / few.cpuMillis()),
        number("%.2f", cost.heapMegabytes() / few.heapMegabytes()));
  }

  private static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  /**
   * The cost of batches with records in five partitions.
   *
   * @param partitions of the topic
   * @param wallMillis from the time of a batch to its end, the median
   * @param cpuMillis processor time of the whole JVM for each batch, the feed's included
   * @param heapMegabytes what was alive of the heap at most
   */
  private record Cost(
      int partitions, String name, double wallMillis, double cpuMillis, double heapMegabytes) {}
}
