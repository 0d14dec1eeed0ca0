package io.offsetwise.adapters.storage.save;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.adapters.storage.fixture.TestTotal;
import io.offsetwise.adapters.storage.jdbc.JdbcTimeouts;
import io.offsetwise.adapters.storage.jdbc.SqlProblem;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.adapters.storage.offset.JdbiGuardedOffsets;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Why ranges are sorted before they are saved: in any other order two writers deadlock. Keys of
 * results come in the order of the records, and there the victim of a deadlock saves again.
 */
@Timeout(30)
class LockOrderTest {

  private static final StreamName STREAM = new StreamName("locked");
  private static final TopicId ID = new TopicId("id");
  private static final OffsetRange A = new OffsetRange(new TopicPartition("a", 0), 0, 10);
  private static final OffsetRange B = new OffsetRange(new TopicPartition("b", 0), 0, 10);

  /** Long enough for both writers to take their first row. */
  private static final long MEETING_MILLIS = 500;

  /** Mostly it has begun by then; a round in which it has not is a round without a rival. */
  private static final long OTHER_BEGINS_TO_WAIT_NANOS = 300_000;

  private static final int ROUNDS = 6;

  private static final Duration LOCK = Duration.ofSeconds(2);

  private final ExecutorService writers = Executors.newFixedThreadPool(2);
  private TestDatabase database;
  private Epoch epoch;

  @BeforeEach
  void begin() {
    database = TestDatabase.create(settings -> settings.with(JdbcTimeouts.STANDARD.withLock(LOCK)));
    epoch = database.begin(STREAM, ID, List.of(A.topicPartition(), B.topicPartition()));
  }

  @AfterEach
  void drop() {
    writers.shutdownNow();
    database.close();
  }

  @Test
  void inOppositeOrdersOneWriterIsTheVictimOfADeadlock() throws Exception {
    CyclicBarrier bothHoldARow = new CyclicBarrier(2);
    Future<List<Boolean>> one = writers.submit(() -> advance(bothHoldARow, A, B));
    Future<List<Boolean>> other = writers.submit(() -> advance(bothHoldARow, B, A));

    List<Throwable> failures = List.of(failureOf(one), failureOf(other));

    assertThat(failures).filteredOn(StoppedException.class::isInstance).hasSize(1);
    StoppedException victim =
        StoppedException.within(failures.get(0))
            .or(() -> StoppedException.within(failures.get(1)))
            .orElseThrow();
    assertThat(victim.reason()).isEqualTo(StopReason.TRANSIENT);
    assertThat(victim).hasMessageContaining("gave up a transaction that was in the way");
  }

  @Test
  void inTheSameOrderOneWinsAndTheOtherMovesNothing() throws Exception {
    CyclicBarrier bothHoldARow = new CyclicBarrier(2);
    Future<List<Boolean>> one = writers.submit(() -> advance(bothHoldARow, A, B));
    Future<List<Boolean>> other = writers.submit(() -> advance(bothHoldARow, A, B));

    assertThat(List.of(one.get(), other.get()))
        .containsExactlyInAnyOrder(List.of(true, true), List.of(false, false));
  }

  @Test
  void theVictimOfADeadlockOverKeysSavesAgain() throws Exception {
    CyclicBarrier bothHaveInserted = new CyclicBarrier(2);
    AtomicInteger attempts = new AtomicInteger();
    Future<CommitDecision> one = writers.submit(() -> again(bothHaveInserted, attempts, "x", "y"));
    Future<CommitDecision> other =
        writers.submit(() -> again(bothHaveInserted, attempts, "y", "x"));

    assertThat(List.of(one.get(), other.get())).containsOnly(CommitDecision.COMMIT);
    assertThat(attempts).as("a deadlock was met").hasValueGreaterThan(2);
    assertThat(database.column(String.class, "SELECT account FROM test_total ORDER BY account"))
        .containsExactly("x", "y");
    assertThat(database.column(Long.class, "SELECT amount FROM test_total"))
        .as("what a victim wrote is rolled back")
        .containsExactly(2L, 2L);
  }

  /**
   * As sums of which one is missing are written. H2 takes the one that waited for deadlocked in
   * about each second of these rounds, and reports an internal error.
   */
  @Test
  void whoIsTakenForDeadlockedThoughTheOtherHasLetGoSavesAgain() throws Exception {
    save(new CyclicBarrier(1), new AtomicInteger(), "x", "y");
    for (int round = 0; round < ROUNDS; round++) {
      CyclicBarrier bothHoldARow = new CyclicBarrier(2);
      Future<CommitDecision> waits = writers.submit(() -> changesTwo(bothHoldARow));
      Future<CommitDecision> letsGo = writers.submit(() -> goesBack(bothHoldARow));

      assertThat(List.of(waits.get(), letsGo.get())).containsOnly(CommitDecision.COMMIT);
    }
    assertThat(database.column(Long.class, "SELECT amount FROM test_total ORDER BY account"))
        .containsExactly(1L + ROUNDS, 1L + 2 * ROUNDS);
  }

  private CommitDecision changesTwo(CyclicBarrier meeting) {
    AtomicBoolean met = new AtomicBoolean();
    return database
        .connections()
        .commit(
            handle -> {
              change(handle, "y");
              meetOnce(met, meeting);
              change(handle, "x");
              return CommitDecision.COMMIT;
            });
  }

  private CommitDecision goesBack(CyclicBarrier meeting) {
    AtomicBoolean met = new AtomicBoolean();
    return database
        .connections()
        .commit(
            handle -> {
              handle.savepoint("before");
              change(handle, "x");
              meetOnce(met, meeting);
              LockSupport.parkNanos(OTHER_BEGINS_TO_WAIT_NANOS);
              handle.rollbackToSavepoint("before");
              change(handle, "y");
              return CommitDecision.COMMIT;
            });
  }

  private static void change(Handle handle, String account) {
    handle.execute("UPDATE test_total SET amount = amount + 1 WHERE account = ?", account);
  }

  @Test
  void whoIsAlwaysInTheWayOfOthersEndsTheStreamAfterAFewAttempts() {
    failsAfter(5, "40001");
  }

  @Test
  void aLockThatIsNeverGivenBackIsWaitedForTwice() {
    String locked =
        database.settings().dialect().problems().entrySet().stream()
            .filter(state -> state.getValue().equals(SqlProblem.LOCKED))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();

    failsAfter(2, locked);
  }

  private void failsAfter(int bound, String state) {
    AtomicInteger attempts = new AtomicInteger();

    assertThatThrownBy(() -> failing(attempts, state))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT))
        .hasMessageContaining(state);
    assertThat(attempts).hasValue(bound);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "90020", "42S02", "23505", "22003", "99999"})
  void whatNoOtherWriterHasCausedIsTriedOnce(String state) {
    AtomicInteger attempts = new AtomicInteger();

    assertThatThrownBy(() -> failing(attempts, state)).isInstanceOf(RuntimeException.class);
    assertThat(attempts).hasValue(1);
  }

  private CommitDecision failing(AtomicInteger attempts, String state) {
    return database
        .connections()
        .commit(
            handle -> {
              attempts.incrementAndGet();
              throw new UncheckedSqlException(new SQLException("refused", state));
            });
  }

  /** As a batch is saved again: two that have both given up may meet a second time. */
  private CommitDecision again(
      CyclicBarrier meeting, AtomicInteger attempts, String first, String second) {
    try {
      return save(meeting, attempts, first, second);
    } catch (StoppedException metTwice) {
      assertThat(metTwice.reason()).isEqualTo(StopReason.TRANSIENT);
      return save(new CyclicBarrier(1), attempts, first, second);
    }
  }

  /** Adds a cent to two wallets, each written by itself as a writer without order would. */
  private CommitDecision save(
      CyclicBarrier meeting, AtomicInteger attempts, String first, String second) {
    AtomicBoolean met = new AtomicBoolean();
    return database
        .connections()
        .commit(
            handle -> {
              attempts.incrementAndGet();
              addCent(handle, first);
              meetOnce(met, meeting);
              addCent(handle, second);
              return CommitDecision.COMMIT;
            });
  }

  private static void addCent(Handle handle, String wallet) {
    List<TestRow> cent = List.of(new TestTotal(wallet, 1));
    TestTables.APPENDING.in(handle, STREAM).write(cent.iterator());
  }

  /** Moves both rows in one transaction and gives the other writer time to get in between. */
  private List<Boolean> advance(CyclicBarrier meeting, OffsetRange first, OffsetRange second) {
    return database
        .connections()
        .inTransaction(
            handle -> {
              JdbiGuardedOffsets offsets = new JdbiGuardedOffsets(handle, STREAM);
              boolean firstMoved = offsets.advance(first, ID, epoch);
              meet(meeting);
              return List.of(firstMoved, offsets.advance(second, ID, epoch));
            });
  }

  /** Who saves again is alone. */
  private static void meetOnce(AtomicBoolean met, CyclicBarrier meeting) {
    if (!met.getAndSet(true)) {
      meet(meeting);
    }
  }

  private static void meet(CyclicBarrier meeting) {
    try {
      meeting.await(MEETING_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | BrokenBarrierException alone) {
      // The other writer waits for the row that this one holds: that is what order is for.
      assertThat(meeting.isBroken()).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static Throwable failureOf(Future<?> writer) throws InterruptedException {
    try {
      writer.get();
      return new AssertionError("did not fail");
    } catch (ExecutionException failure) {
      return failure.getCause();
    }
  }
}
