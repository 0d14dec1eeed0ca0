package io.offsetwise.bootstrap.sample.words.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.spark.driver.runtime.SparkApplicationSettings;
import io.offsetwise.adapters.spark.driver.runtime.SparkRuntime;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream that recovers, and what checkpoints do to the lineage of its state. */
class WordStreamTest {

  private static final Logger LOG = LoggerFactory.getLogger(WordStreamTest.class);
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(200);

  /** A recovered stream first runs a batch for each interval that has passed meanwhile. */
  private static final Duration LONG = Duration.ofSeconds(1);

  private static final int BATCHES = 24;

  /** Each of these writes a checkpoint, which takes most of its time. */
  private static final int FEW_BATCHES = 10;

  private static final int NEVER = 100_000;

  private static final WordStreamObserver NOBODY =
      new WordStreamObserver() {
        @Override
        public void batchDone(long lines) {}

        @Override
        public void receiverFailed(String message) {}
      };

  private static SparkRuntime spark;

  @TempDir private Path checkpoint;

  private LineServer server;
  private RememberedCounts counts;

  @BeforeAll
  static void startSpark() {
    Map<String, String> properties =
        Map.of(
            "spark.master", "local[2]",
            "spark.streaming.unpersist", "true",
            "spark.streaming.gracefulStopTimeout", "1s");
    spark =
        SparkRuntime.start(
            SparkApplicationSettings.of("words", properties), DeliveryGuarantee.AT_LEAST_ONCE);
  }

  @AfterAll
  static void stopSpark() {
    spark.close();
  }

  @BeforeEach
  void serve(TestInfo test) throws Exception {
    server = new LineServer();
    counts = new RememberedCounts(test.getDisplayName());
  }

  @AfterEach
  void stopServer() throws Exception {
    server.close();
  }

  @Test
  void aRecoveredStreamGoesOnWithItsCounts() throws Exception {
    server.send("to be or not to be");
    try (WordStream first = start(LONG, 1)) {
      awaitCounts(Map.of("to", 2L, "be", 2L, "or", 1L, "not", 1L));
      awaitMoreBatches(2); // by then the counts are in the checkpoint
      first.finish(BOUND);
    }
    server.send("to be  recovered ");
    server.send("");
    try (WordStream second = start(LONG, 1)) {
      awaitCounts(Map.of("to", 3L, "be", 3L, "or", 1L, "not", 1L, "recovered", 1L));
      second.finish(BOUND);
    }
  }

  @Test
  void aCheckpointThatCannotBeReadIsRefused() throws Exception {
    try (WordStream first = start(LONG, 1)) {
      awaitMoreBatches(3);
      first.finish(BOUND);
    }
    try (Stream<Path> files = Files.list(checkpoint)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }

    assertThatThrownBy(() -> start(LONG, 1))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.START_REFUSED))
        .hasMessageContaining("the checkpoint in " + checkpoint)
        .hasMessageContaining("remove the folder");
  }

  /** Each batch adds to the lineage of the counts what it is made of; a checkpoint cuts it off. */
  @Test
  void aCheckpointLimitsHowFarTheLineageGoesBack() throws Exception {
    List<Integer> lineage = lineageWith(1, FEW_BATCHES);
    LOG.warn("RDDs in the lineage, counts written after each batch: {}", lineage);

    assertThat(lineage.subList(3, FEW_BATCHES)).containsOnly(lineage.get(3));
  }

  @Test
  @Tag("full")
  void betweenTwoCheckpointsTheLineageGrows() throws Exception {
    List<Integer> lineage = lineageWith(10, BATCHES);
    LOG.warn("RDDs in the lineage, counts written after ten batches: {}", lineage);

    int atFirst = lineage.get(0);
    List<Integer> between = lineage.subList(10, 20);
    assertThat(Collections.min(between)).isLessThanOrEqualTo(atFirst);
    assertThat(Collections.max(between)).isGreaterThan(3 * atFirst);
    assertThat(between).doesNotHaveDuplicates();
    assertThat(lineage.subList(20, BATCHES)).isEqualTo(lineage.subList(10, 10 + BATCHES - 20));
  }

  @Test
  @Tag("full")
  void withoutACheckpointTheLineageGrowsWithoutAnEnd() throws Exception {
    List<Integer> lineage = lineageWith(NEVER, BATCHES);
    LOG.warn("RDDs in the lineage, counts never written: {}", lineage);

    int step = lineage.get(1) - lineage.get(0);
    assertThat(step).isPositive();
    assertThat(lineage.get(BATCHES - 1) - lineage.get(0)).isEqualTo(step * (BATCHES - 1));
  }

  private List<Integer> lineageWith(int stateCheckpoint, int batches) throws Exception {
    try (WordStream stream = start(SHORT, stateCheckpoint)) {
      for (int batch = 0; batch < batches; batch++) {
        server.send("a line of batch " + batch);
        awaitMoreBatches(1);
      }
      stream.finish(BOUND); // a task that is cut short might still write to the folder
    }
    return counts.batches().stream().limit(batches).map(CountedBatch::lineage).toList();
  }

  private WordStream start(Duration interval, int stateCheckpoint) {
    WordSource source = new WordSource("127.0.0.1", server.port(), interval, stateCheckpoint);
    return WordStream.start(spark.context(), checkpoint, source, counts, NOBODY);
  }

  private void awaitCounts(Map<String, Long> expected) {
    Awaitility.await().atMost(BOUND).until(counts::newest, expected::equals);
  }

  private void awaitMoreBatches(int more) {
    int batches = counts.batches().size() + more;
    Awaitility.await()
        .atMost(BOUND)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> counts.batches().size() >= batches);
  }
}
