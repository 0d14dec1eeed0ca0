package io.offsetwise.adapters.storage.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.ColumnLimits;
import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.fixture.TestCount;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.StreamName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SummedRowsTest {

  private static final StreamName STREAM = new StreamName("lengths");
  private static final StreamName NEIGHBOUR = new StreamName("neighbour");

  private static final TableWriters<TestCount> WRITERS =
      TestTables.writers(
          ResultTables.of(TestTables.COUNTS), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);

  @AutoClose private final TestDatabase database = TestDatabase.create();

  @Test
  void countsAreSummedByPartition() {
    write(STREAM, count("b", 0, 1, 7), count("a", 1, 1, 0), count("b", 0, 1, 5));

    assertThat(stored(STREAM)).containsExactly(count("a", 1, 1, 0), count("b", 0, 2, 12));
  }

  @Test
  void aSecondWriteAddsToTheFirst() {
    write(STREAM, count("a", 0, 1, 7), count("a", 1, 1, 3));
    write(STREAM, count("a", 0, 2, 10), count("b", 0, 1, 1));
    write(STREAM, count("a", 0, 2, 10));

    assertThat(stored(STREAM))
        .containsExactly(count("a", 0, 5, 27), count("a", 1, 1, 3), count("b", 0, 1, 1));
  }

  @Test
  void partitionsAreSortedByTheirNumber() {
    write(STREAM, count("a", 10, 1, 1), count("a", 9, 1, 1));

    assertThat(stored(STREAM)).containsExactly(count("a", 9, 1, 1), count("a", 10, 1, 1));
  }

  @Test
  void nothingToWriteWritesNothing() {
    write(STREAM);

    assertThat(stored(STREAM)).isEmpty();
  }

  @Test
  void streamsHaveCountsOfTheirOwn() {
    write(STREAM, count("a", 0, 1, 7));
    write(NEIGHBOUR, count("a", 0, 3, 9));

    assertThat(stored(STREAM)).containsExactly(count("a", 0, 1, 7));
    assertThat(stored(NEIGHBOUR)).containsExactly(count("a", 0, 3, 9));
  }

  @Test
  void aLongIteratorBecomesOneSumForEachPartition() {
    Iterator<TestCount> messages =
        IntStream.range(0, 50_000).mapToObj(number -> count("a", number % 5, 1, 2)).iterator();

    write(STREAM, messages);

    assertThat(stored(STREAM))
        .hasSize(5)
        .allSatisfy(sum -> assertThat(sum).isEqualTo(count("a", sum.partition(), 10_000, 20_000)));
  }

  /**
   * What Kafka can count fits, by the limits that the database tells: a partition has at most as
   * many messages as a long counts, and no disk holds as many bytes.
   */
  @Test
  void theLargestCountsFit() {
    TestCount largest = count("t".repeat(249), Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
    StreamName longest = new StreamName("s".repeat(200));
    write(longest, largest);

    assertThat(stored(longest)).containsExactly(largest);
    assertThat(ColumnLimits.of(database, "test_count"))
        .isEqualTo(
            Map.of(
                "stream_name", 200L,
                "topic_name", 249L,
                "partition_number", 32L,
                "messages", 64L,
                "bytes", 64L));
  }

  @Test
  void aSumThatNoColumnHoldsIsRefused() {
    StoppedException stop =
        Stops.of(() -> write(STREAM, count("a", 0, Long.MAX_VALUE, 1), count("a", 0, 1, 1)));

    assertThat(stop.reason()).isEqualTo(StopReason.RESULTS_REFUSED);
    assertThat(stop)
        .hasMessageStartingWith("rows of table test_count with the same key")
        .hasMessageContaining("long overflow");
    assertThat(stored(STREAM)).isEmpty();
  }

  /** Rows are locked in the order of the partitions, or two of these writers would deadlock. */
  @Test
  void writersOfTheSamePartitionsWaitForEachOther() throws Exception {
    int writers = 4;
    int rounds = 10;
    CyclicBarrier start = new CyclicBarrier(writers);
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      for (int round = 0; round < rounds; round++) {
        List<Future<StreamName>> writes = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
          List<TestCount> counts = shuffled(40, (long) round * writers + writer);
          writes.add(threads.submit(() -> writeTogether(start, counts)));
        }
        for (Future<StreamName> write : writes) {
          write.get();
        }
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(stored(STREAM))
        .hasSize(40)
        .allSatisfy(sum -> assertThat(sum.messages()).isEqualTo((long) rounds * writers));
  }

  private StreamName writeTogether(CyclicBarrier start, List<TestCount> counts) throws Exception {
    start.await();
    return write(STREAM, counts.iterator());
  }

  private static List<TestCount> shuffled(int partitions, long seed) {
    List<TestCount> counts =
        new ArrayList<>(
            IntStream.range(0, partitions)
                .mapToObj(partition -> count("a", partition, 1, 1))
                .toList());
    Collections.shuffle(counts, new Random(seed));
    return counts;
  }

  private static TestCount count(String topic, int partition, long messages, long bytes) {
    return new TestCount(topic, partition, messages, bytes);
  }

  private StreamName write(StreamName stream, TestCount... counts) {
    return write(stream, List.of(counts).iterator());
  }

  private StreamName write(StreamName stream, Iterator<TestCount> counts) {
    return database
        .connections()
        .inTransaction(
            handle -> {
              WRITERS.in(handle, stream).write(counts);
              return stream;
            });
  }

  private List<TestCount> stored(StreamName stream) {
    List<TestCount> stored = new ArrayList<>();
    database
        .connections()
        .inTransaction(
            handle -> {
              new JdbiStoredResults(handle, stream)
                  .rows(TestTables.COUNTS, TestTables.COUNTS.key())
                  .forEachRemaining(stored::add);
              return stream;
            });
    return stored;
  }
}
