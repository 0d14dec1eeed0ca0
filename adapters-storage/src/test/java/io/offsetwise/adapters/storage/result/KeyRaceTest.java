package io.offsetwise.adapters.storage.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestEntry;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two partitions that hold the same natural key at the same time. */
@Timeout(30)
class KeyRaceTest {

  private static final StreamName STREAM = new StreamName("race");
  private static final long WAITED_MILLIS = 200;

  private final TestDatabase database = TestDatabase.create();
  private final ExecutorService writers = Executors.newFixedThreadPool(2);
  private final CountDownLatch hasWritten = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @AfterEach
  void drop() {
    writers.shutdownNow();
    database.close();
  }

  @Test
  void whatTheFirstOneCommitsIsPassedOver() throws Exception {
    race(CommitDecision.COMMIT);

    assertThat(accounts()).containsExactly("e1 first", "e2 second");
  }

  @Test
  void whatTheFirstOneTakesBackIsInserted() throws Exception {
    race(CommitDecision.ROLL_BACK);

    assertThat(accounts()).containsExactly("e1 second", "e2 second");
  }

  private void race(CommitDecision ofTheFirst) throws Exception {
    Future<CommitDecision> first =
        writers.submit(
            () ->
                commit(
                    () -> {
                      hasWritten.countDown();
                      mayEnd.await();
                      return ofTheFirst;
                    },
                    entry("e1", "first")));
    hasWritten.await();
    Future<CommitDecision> second =
        writers.submit(
            () ->
                commit(() -> CommitDecision.COMMIT, entry("e2", "second"), entry("e1", "second")));

    assertThatExceptionOfType(TimeoutException.class)
        .as("the key of an open transaction is waited for")
        .isThrownBy(() -> second.get(WAITED_MILLIS, TimeUnit.MILLISECONDS));
    mayEnd.countDown();
    assertThat(first.get()).isEqualTo(ofTheFirst);
    assertThat(second.get()).isEqualTo(CommitDecision.COMMIT);
  }

  private CommitDecision commit(Callable<CommitDecision> end, TestRow... entries) {
    return database
        .connections()
        .commit(
            handle -> {
              TestTables.KEYED.in(handle, STREAM).write(Stream.of(entries).iterator());
              try {
                return end.call();
              } catch (Exception interrupted) {
                throw new IllegalStateException(interrupted);
              }
            });
  }

  private List<String> accounts() {
    return database.column(
        String.class, "SELECT entry_key || ' ' || account FROM test_entry ORDER BY entry_key");
  }

  private static TestRow entry(String key, String account) {
    return new TestEntry(key, account, 1, "payments", 0, 0);
  }
}
