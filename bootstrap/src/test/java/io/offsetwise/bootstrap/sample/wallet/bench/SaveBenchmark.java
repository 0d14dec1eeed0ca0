package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What saving the offsets of a batch costs: all ways in turns, and another one begins each round.
 *
 * @param batches number of batches that are saved in a round, at least 1
 * @param rounds number of rounds that count, at least 1; one more runs before them, to warm up
 */
record SaveBenchmark(int batches, int rounds) {

  private static final int WARM_UP = 0;
  private static final long RECORDS_OF_A_RANGE = 100;
  private static final double NANOS_OF_A_MILLISECOND = 1e6;

  /** All ways on one testbed; the others are held to the first and to the last. */
  static List<OffsetSaves> all(SaveTestbed testbed) {
    return List.of(
        new PlainCommits(testbed),
        new GuardedCommits(SavePlace.KAFKA, SaveScope.BATCH, testbed),
        new GuardedCommits(SavePlace.KAFKA, SaveScope.PARTITION, testbed),
        new GuardedCommits(SavePlace.OWN, SaveScope.PARTITION, testbed),
        new GuardedCommits(SavePlace.OWN, SaveScope.BATCH, testbed));
  }

  /**
   * Runs all rounds.
   *
   * @param notices takes a line after each turn
   * @throws IllegalStateException when a way has not stored exactly what it was given
   */
  SaveReport run(List<OffsetSaves> ways, Consumer<String> notices) throws Exception {
    Machine machine = Machine.current();
    Map<String, List<Double>> times = new LinkedHashMap<>();
    ways.forEach(way -> times.put(way.name(), new ArrayList<>()));
    for (int round = WARM_UP; round <= rounds; round++) {
      List<OffsetSaves> order = new ArrayList<>(ways);
      Collections.rotate(order, -round);
      for (OffsetSaves way : order) {
        double millis = turn(way, round);
        notices.accept(
            String.format(Locale.ROOT, "round %d: %s, %.2f ms a batch", round, way.name(), millis));
        if (round != WARM_UP) {
          times.get(way.name()).add(millis);
        }
      }
    }
    return new SaveReport(
        machine,
        batches,
        times.entrySet().stream()
            .map(entry -> SaveReport.Cost.of(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** The mean time of a batch, in ms. */
  private double turn(OffsetSaves way, int round) throws Exception {
    StreamName stream = new StreamName(way.name().replaceAll("\\W+", "-") + "-" + round);
    try (OffsetSaves.Open open = way.open(stream)) {
      long begin = System.nanoTime();
      for (int batch = 0; batch < batches; batch++) {
        open.save(ranges(batch));
      }
      long elapsed = System.nanoTime() - begin;
      requireStored(way, open.stored());
      return elapsed / NANOS_OF_A_MILLISECOND / batches;
    }
  }

  private static List<OffsetRange> ranges(int batch) {
    long from = batch * RECORDS_OF_A_RANGE;
    return partitions()
        .map(partition -> new OffsetRange(partition, from, from + RECORDS_OF_A_RANGE))
        .toList();
  }

  private void requireStored(OffsetSaves way, Positions stored) {
    Map<TopicPartition, Long> expected = new HashMap<>();
    partitions().forEach(partition -> expected.put(partition, batches * RECORDS_OF_A_RANGE));
    if (!stored.equals(Positions.of(expected))) {
      throw new IllegalStateException(
          way.name() + " has stored " + stored + " but was given " + expected);
    }
  }

  private static Stream<TopicPartition> partitions() {
    return IntStream.range(0, Workload.PARTITIONS)
        .mapToObj(number -> new TopicPartition(Workload.TOPIC, number));
  }
}
