package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.offset.JdbiGuardedOffsets;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.table.Table;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a batch costs beside its records, at 10, 100 and 1,000 partitions: as it was done, and as it
 * is done. A table on standard output.
 */
final class PartitionCostBenchmark {

  private static final List<Integer> PARTITIONS = List.of(10, 100, 1_000);
  private static final int WARM_UP = 1;
  private static final int ROUNDS = 3;
  private static final double NANOS_OF_A_MILLISECOND = 1e6;
  private static final TopicId ID = new TopicId("id");

  private final JdbcConnections database;
  private int streams;

  private PartitionCostBenchmark(JdbcConnections database) {
    this.database = database;
  }

  /** Runs the benchmark. */
  public static void main(String[] args) throws Exception {
    JdbcSettings settings =
        JdbcSettings.pooled(
            "jdbc:h2:file:"
                + Files.createTempDirectory("offsetwise-partitions").resolve("offsets")
                + ";MODE=PostgreSQL;WRITE_DELAY=0",
            new Credentials.None());
    new SchemaMigration(settings).migrate(SchemaPart.OFFSETS);
    System.out.println(new PartitionCostBenchmark(PerJvm.get(settings)).table());
    PerJvm.close(settings);
  }

  private String table() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (int partitions : PARTITIONS) {
      BatchRanges batch = batch(partitions);
      rows.add(
          row(
              partitions,
              "positions after a batch, on the driver",
              median(() -> rangeByRange(batch)),
              median(() -> Positions.NONE.after(batch.ranges()))));
      byte[] travelling = Serialized.of(batch);
      rows.add(
          row(
              partitions,
              "ranges that the tasks of a batch unpack",
              median(() -> Serialized.unpack(travelling, partitions)),
              median(() -> Serialized.unpack(travelling, 1))));
      rows.add(
          row(
              partitions,
              "guarded offsets and history, scope batch",
              save(batch, PartitionCostBenchmark::oneByOne),
              save(batch, PartitionCostBenchmark::together)));
    }
    return Table.of(
            List.of("partitions", "cost of a batch", "before, ms", "now, ms", "before / now"), rows)
        .text();
  }

  private static List<String> row(int partitions, String cost, double before, double now) {
    return List.of(
        Integer.toString(partitions),
        cost,
        String.format(Locale.ROOT, "%.3f", before),
        String.format(Locale.ROOT, "%.3f", now),
        String.format(Locale.ROOT, "%.1f", before / now));
  }

  private static BatchRanges batch(int partitions) {
    return new BatchRanges(
        IntStream.range(0, partitions)
            .mapToObj(number -> new OffsetRange(new TopicPartition("topic", number), 0, 100))
            .toList());
  }

  /** As it was done: a copy for each range. */
  private static void rangeByRange(BatchRanges batch) {
    Positions positions = Positions.NONE;
    for (OffsetRange range : batch.ranges()) {
      positions = positions.after(List.of(range));
    }
  }

  /** One transaction for a fresh stream each time, whose rows are there. */
  private double save(BatchRanges batch, Save save) throws Exception {
    List<Double> millis = new ArrayList<>();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      streams++;
      StreamName stream = new StreamName("stream-" + streams);
      Epoch epoch = begun(stream, batch);
      double elapsed =
          timed(
              () ->
                  database.inTransaction(
                      handle -> {
                        save.of(batch, new JdbiGuardedOffsets(handle, stream), epoch);
                        return stream;
                      }));
      if (round >= 0) {
        millis.add(elapsed);
      }
    }
    return Median.of(millis.stream().mapToDouble(Double::doubleValue));
  }

  private Epoch begun(StreamName stream, BatchRanges batch) {
    JdbiOffsetStore offsets = new JdbiOffsetStore(database);
    Epoch epoch = offsets.claim(stream).epoch();
    List<StoredPosition> rows =
        batch.ranges().stream()
            .map(range -> new StoredPosition(range.topicPartition(), 0, ID, epoch))
            .toList();
    offsets.begin(stream, epoch, new StartChange(rows, List.of(), List.of()));
    return epoch;
  }

  private static void oneByOne(BatchRanges batch, GuardedOffsets offsets, Epoch epoch) {
    for (OffsetRange range : batch.inLockOrder()) {
      require(offsets.advance(range, ID, epoch));
    }
    batch.inLockOrder().forEach(range -> offsets.record(range, epoch, commit()));
  }

  private static void together(BatchRanges batch, GuardedOffsets offsets, Epoch epoch) {
    require(offsets.advanceAll(batch.inLockOrder(), topic -> ID, epoch).isEmpty());
    offsets.recordAll(batch.inLockOrder(), epoch, commit());
  }

  private static RecordedCommit commit() {
    SavePlan plan = DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE.plan();
    return RecordedCommit.of(plan, plan.commits().get(0));
  }

  private static void require(boolean moved) {
    if (!moved) {
      throw new IllegalStateException("a position was not moved");
    }
  }

  private static double median(Work work) throws Exception {
    for (int round = 0; round < WARM_UP; round++) {
      timed(work);
    }
    double[] millis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      millis[round] = timed(work);
    }
    return Median.of(DoubleStream.of(millis));
  }

  private static double timed(Work work) throws Exception {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / NANOS_OF_A_MILLISECOND;
  }

  private interface Work {
    void run() throws Exception;
  }

  private interface Save {
    void of(BatchRanges batch, GuardedOffsets offsets, Epoch epoch);
  }
}
