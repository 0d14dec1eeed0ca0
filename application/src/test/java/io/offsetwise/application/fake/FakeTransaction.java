package io.offsetwise.application.fake;

import io.offsetwise.application.fake.FakeStatement.Kind;
import io.offsetwise.application.save.CommitDecision;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One transaction under READ COMMITTED: a write locks its row to the end of the transaction, a
 * rival waits for it and then looks at the row again. The scheduler of the database is asked before
 * each statement and whenever a row must be waited for.
 *
 * <p>Not thread-safe; rivals have transactions of their own.
 */
public final class FakeTransaction {

  private final Object monitor;
  private final StatementScheduler scheduler;
  private final Set<FakeTable<?, ?>> touched = new HashSet<>();
  private boolean ended;

  FakeTransaction(Object monitor, StatementScheduler scheduler) {
    this.monitor = monitor;
    this.scheduler = scheduler;
  }

  <K extends Comparable<K>, V> Optional<V> read(FakeTable<K, V> table, K key) {
    send(Kind.READ, table.name(), key);
    return look(table, key);
  }

  <K extends Comparable<K>, V> Set<K> keys(FakeTable<K, V> table) {
    send(Kind.READ, table.name());
    synchronized (monitor) {
      return table.keys(this);
    }
  }

  /** Changes the row if it is there and fits, before and after waiting for its lock. */
  <K extends Comparable<K>, V> boolean update(
      FakeTable<K, V> table, K key, Predicate<V> condition, UnaryOperator<V> change) {
    send(Kind.UPDATE, table.name(), key);
    if (look(table, key).filter(condition).isEmpty()) {
      return false;
    }
    lock(table, key);
    Optional<V> row = look(table, key).filter(condition);
    row.ifPresent(before -> write(table, key, Optional.of(change.apply(before))));
    return row.isPresent();
  }

  /** Inserts the row unless it is there; waits for a rival that is inserting it. */
  <K extends Comparable<K>, V> boolean insert(FakeTable<K, V> table, K key, V value) {
    send(Kind.INSERT, table.name(), key);
    lock(table, key);
    boolean absent = look(table, key).isEmpty();
    if (absent) {
      write(table, key, Optional.of(value));
    }
    return absent;
  }

  <K extends Comparable<K>, V> void put(FakeTable<K, V> table, K key, V value) {
    send(Kind.PUT, table.name(), key);
    lock(table, key);
    write(table, key, Optional.of(value));
  }

  /** Adds a row under a key that nobody else uses. */
  <K extends Comparable<K>, V> void append(FakeTable<K, V> table, K key, V value) {
    send(Kind.APPEND, table.name(), value);
    lock(table, key);
    write(table, key, Optional.of(value));
  }

  <K extends Comparable<K>, V> void delete(FakeTable<K, V> table, K key) {
    send(Kind.DELETE, table.name(), key);
    lock(table, key);
    write(table, key, Optional.empty());
  }

  /** Makes all writes visible and releases the locks. */
  public void commit() {
    if (!ended) {
      send(Kind.COMMIT);
      end(CommitDecision.COMMIT);
    }
  }

  /** Forgets all writes and releases the locks; nothing is left to forget after an end. */
  public void rollBack() {
    if (!ended) {
      send(Kind.ROLL_BACK);
      end(CommitDecision.ROLL_BACK);
    }
  }

  private void send(Kind kind, Object... target) {
    try {
      scheduler.beforeStatement(new FakeStatement(kind, List.of(target)));
    } catch (RuntimeException | Error lostConnection) {
      end(CommitDecision.ROLL_BACK);
      throw lostConnection;
    }
  }

  private void end(CommitDecision end) {
    synchronized (monitor) {
      switch (end) {
        case COMMIT -> touched.forEach(table -> table.publish(this));
        case ROLL_BACK -> touched.forEach(table -> table.discard(this));
      }
    }
    ended = true;
    scheduler.afterEnd(end);
  }

  private <K extends Comparable<K>, V> Optional<V> look(FakeTable<K, V> table, K key) {
    synchronized (monitor) {
      return table.read(this, key);
    }
  }

  private <K extends Comparable<K>, V> void write(FakeTable<K, V> table, K key, Optional<V> row) {
    synchronized (monitor) {
      table.write(this, key, row);
    }
  }

  private <K extends Comparable<K>> void lock(FakeTable<K, ?> table, K key) {
    touched.add(table);
    RowRequest request = new Row<>(table, key);
    if (!request.tryLock()) {
      scheduler.awaitRow(request);
    }
  }

  private final class Row<K extends Comparable<K>> implements RowRequest {

    private final FakeTable<K, ?> table;
    private final K key;

    Row(FakeTable<K, ?> table, K key) {
      this.table = table;
      this.key = key;
    }

    @Override
    public boolean tryLock() {
      synchronized (monitor) {
        return table.lock(FakeTransaction.this, key);
      }
    }

    @Override
    public boolean isFree() {
      synchronized (monitor) {
        return table.isFree(key);
      }
    }

    @Override
    public String toString() {
      return "row " + key + " of " + table.name();
    }
  }
}
