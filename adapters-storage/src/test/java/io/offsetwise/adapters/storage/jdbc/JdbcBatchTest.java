package io.offsetwise.adapters.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

class JdbcBatchTest {

  private static final String INSERT = "INSERT INTO numbered VALUES (?)";

  @Test
  void fullBatchesAreSentWhileRowsAreAddedAndTheRestAtTheEnd() {
    List<Long> counts =
        inTransaction(
            handle -> {
              try (JdbcBatch<Integer> batch = batch(handle, INSERT)) {
                for (int row = 0; row < JdbcBatch.SIZE + 1; row++) {
                  batch.add(row);
                }
                long sent = count(handle);
                batch.flush();
                batch.flush();
                return List.of(sent, count(handle), batch.updated());
              }
            });

    assertThat(counts).containsExactly(1_000L, 1_001L, 1_001L);
  }

  @Test
  void rowsThatWereNotFlushedAreDropped() {
    long count =
        inTransaction(
            handle -> {
              try (JdbcBatch<Integer> batch = batch(handle, INSERT)) {
                batch.add(1);
              }
              return count(handle);
            });

    assertThat(count).isZero();
  }

  @Test
  void theDatabasesRefusalComesOutAtTheFlush() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    handle -> {
                      try (JdbcBatch<Integer> batch = batch(handle, INSERT)) {
                        batch.add(1);
                        batch.add(1);
                        batch.flush();
                        return count(handle);
                      }
                    }))
        .isInstanceOf(StoppedException.class)
        .hasFieldOrPropertyWithValue("reason", StopReason.RESULTS_REFUSED)
        .hasMessageContaining("refuses a value that is to be stored");
  }

  private static JdbcBatch<Integer> batch(Handle handle, String sql) {
    return new JdbcBatch<>(
        handle.getConnection(), sql, (statement, row) -> statement.setInt(1, row));
  }

  private static long count(Handle handle) {
    return handle.createQuery("SELECT COUNT(*) FROM numbered").mapTo(Long.class).one();
  }

  private static <T> T inTransaction(Function<Handle, T> work) {
    try (JdbcConnections connections = TestDatabase.empty().open()) {
      connections.inTransaction(
          handle -> handle.execute("CREATE TABLE numbered (number INTEGER PRIMARY KEY)"));
      return connections.inTransaction(work);
    }
  }
}
