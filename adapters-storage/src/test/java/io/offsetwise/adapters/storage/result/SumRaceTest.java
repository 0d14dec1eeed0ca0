package io.offsetwise.adapters.storage.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.adapters.storage.fixture.TestTotal;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.domain.offset.StreamName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Partitions that pay into the same wallets at the same time. */
@Timeout(60)
class SumRaceTest {

  private static final StreamName STREAM = new StreamName("race");
  private static final int WRITERS = 4;
  private static final int ROUNDS = 25;
  private static final int WALLETS = 40;

  private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
  private final CyclicBarrier start = new CyclicBarrier(WRITERS);
  private final AtomicInteger attempts = new AtomicInteger();
  private TestDatabase database;

  @BeforeEach
  void createDatabase() {
    database = TestDatabase.create();
  }

  @AfterEach
  void dropDatabase() {
    writers.shutdownNow();
    database.close();
  }

  /** H2 may take two for deadlocked of which one no longer waits for the other. */
  @Test
  void nothingIsLostAndHardlyAnybodyIsInTheWayOverFreshKeys() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<Future<CommitDecision>> writes = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        List<TestRow> changes = shuffled(round, writer);
        writes.add(writers.submit(() -> write(changes)));
      }
      for (Future<CommitDecision> write : writes) {
        assertThat(write.get()).isEqualTo(CommitDecision.COMMIT);
      }
    }
    assertThat(attempts).hasValueLessThan(ROUNDS * WRITERS + ROUNDS);
    assertThat(database.number("SELECT COUNT(*) FROM test_total"))
        .isEqualTo((long) ROUNDS * WALLETS);
    assertThat(database.column(Long.class, "SELECT DISTINCT amount FROM test_total"))
        .containsExactly((long) WRITERS);
  }

  private static List<TestRow> shuffled(int round, int writer) {
    List<TestRow> changes =
        new ArrayList<>(
            IntStream.range(0, WALLETS)
                .<TestRow>mapToObj(wallet -> new TestTotal("wallet-" + round + "-" + wallet, 1))
                .toList());
    Collections.shuffle(changes, new Random((long) round * WRITERS + writer));
    return changes;
  }

  private CommitDecision write(List<TestRow> changes) throws Exception {
    start.await();
    return database
        .connections()
        .commit(
            handle -> {
              attempts.incrementAndGet();
              TestTables.APPENDING.in(handle, STREAM).write(changes.iterator());
              return CommitDecision.COMMIT;
            });
  }
}
