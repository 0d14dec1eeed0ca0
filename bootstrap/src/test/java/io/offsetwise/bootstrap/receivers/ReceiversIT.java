package io.offsetwise.bootstrap.receivers;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.stream.LocalKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cores, partitions and speed of a stream with receivers and of the direct stream. */
class ReceiversIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final Logger LOG = LoggerFactory.getLogger(ReceiversIT.class);
  private static final Duration BOUND = Duration.ofSeconds(90);
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int KAFKA_PARTITIONS = 3;
  private static final int ENOUGH_BATCHES = 5;
  private static final BusyTasks SHORT = new BusyTasks(50);

  @Test
  void withOneCoreAReceiverLeavesNoneToProcess() throws Exception {
    String topic = newTopic("one-core");
    try (ReadingRun run = start(Approach.ONE_RECEIVER, "local[1]", 200, topic)) {
      feedUntil(topic, () -> run.submitted() >= ENOUGH_BATCHES);
      LOG.warn(
          "local[1], one receiver: {} records processed while {} batches were due",
          BusyTasks.records(),
          run.submitted());

      assertThat(BusyTasks.records()).isZero();
      assertThat(run.partitions()).isEmpty();
    }
    try (ReadingRun run = start(Approach.DIRECT, "local[1]", 200, topic)) {
      feedUntil(topic, () -> run.partitions().size() >= 2);

      assertThat(BusyTasks.records()).isPositive();
    }
  }

  @Test
  @Tag("full")
  void eachReceiverOccupiesACore() throws Exception {
    assertThat(mostTasks(Approach.DIRECT, "local[3]")).isEqualTo(3);
    assertThat(mostTasks(Approach.ONE_RECEIVER, "local[3]")).isEqualTo(2);
    assertThat(mostTasks(Approach.TWO_RECEIVERS, "local[3]")).isEqualTo(1);
  }

  @Test
  @Tag("full")
  void partitionsComeFromTheBlockIntervalOrFromKafka() throws Exception {
    List<Integer> slow = partitions(Approach.ONE_RECEIVER, 500);
    List<Integer> fast = partitions(Approach.ONE_RECEIVER, 200);
    List<Integer> two = partitions(Approach.TWO_RECEIVERS, 200);
    List<Integer> direct = partitions(Approach.DIRECT, 200);

    assertThat(median(slow)).isBetween(1, 3);
    assertThat(median(fast)).isBetween(4, 6).isGreaterThan(median(slow));
    assertThat(median(two)).isGreaterThan(median(fast));
    assertThat(direct).containsOnly(KAFKA_PARTITIONS);
  }

  @Test
  @Tag("full")
  void theDirectStreamReadsFasterThanAReceiver() throws Exception {
    String topic = newTopic("speed");
    int each = 200_000;
    for (int partition = 0; partition < KAFKA_PARTITIONS; partition++) {
      KAFKA.append(topic, partition, each);
    }
    long records = (long) KAFKA_PARTITIONS * each;
    double receiver = recordsPerSecond(Approach.ONE_RECEIVER, topic, records);
    double direct = recordsPerSecond(Approach.DIRECT, topic, records);
    LOG.warn("records per second, direct : one receiver = {} : 1", direct / receiver);

    assertThat(direct).isGreaterThan(receiver);
  }

  private static double recordsPerSecond(Approach approach, String topic, long records) {
    Map<String, String> unlimited =
        Map.of("spark.streaming.kafka.maxRatePerPartition", Long.toString(records));
    try (ReadingRun run =
        ReadingRun.start(
            approach, "local[3]", INTERVAL, unlimited, KAFKA.server(), topic, new BusyTasks(0))) {
      long begin = System.nanoTime();
      Awaitility.await().atMost(BOUND).until(() -> BusyTasks.records() >= records);
      assertThat(run.partitions()).isNotEmpty();
      return records / ((System.nanoTime() - begin) / 1e9);
    }
  }

  private static int mostTasks(Approach approach, String master) throws Exception {
    String topic = newTopic("cores-" + approach);
    try (ReadingRun run = start(approach, master, 100, topic)) {
      feedUntil(topic, () -> run.partitions().size() >= ENOUGH_BATCHES);
      LOG.warn("{}, {}: {} tasks at a time", master, approach, BusyTasks.mostAtATime());
      return BusyTasks.mostAtATime();
    }
  }

  private static List<Integer> partitions(Approach approach, int blockMillis) throws Exception {
    String topic = newTopic("partitions-" + approach + "-" + blockMillis);
    try (ReadingRun run = start(approach, "local[4]", blockMillis, topic)) {
      feedUntil(topic, () -> run.partitions().size() >= 2 * ENOUGH_BATCHES);
      List<Integer> full = run.partitions().subList(1, 2 * ENOUGH_BATCHES); // the first is a part
      LOG.warn(
          "{}, blocks of {} ms, batches of {} ms, {} Kafka partitions: RDD partitions {}",
          approach,
          blockMillis,
          INTERVAL.toMillis(),
          KAFKA_PARTITIONS,
          full);
      return full;
    }
  }

  private static int median(List<Integer> numbers) {
    return numbers.stream().sorted().toList().get(numbers.size() / 2);
  }

  private static ReadingRun start(Approach approach, String master, int blockMillis, String topic) {
    Map<String, String> properties = Map.of("spark.streaming.blockInterval", blockMillis + "ms");
    return ReadingRun.start(approach, master, INTERVAL, properties, KAFKA.server(), topic, SHORT);
  }

  /** Records for every partition, steadily, until what is waited for has come. */
  private static void feedUntil(String topic, BooleanSupplier done) {
    Awaitility.await()
        .atMost(BOUND)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              for (int partition = 0; partition < KAFKA_PARTITIONS; partition++) {
                KAFKA.append(topic, partition, 1);
              }
              return done.getAsBoolean();
            });
  }

  private static String newTopic(String topic) {
    KAFKA.create(topic, KAFKA_PARTITIONS);
    return topic;
  }
}
