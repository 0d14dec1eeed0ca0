package io.offsetwise.application.fake;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One transaction under READ COMMITTED: a write locks its row to the end of the transaction, a
 * rival waits for it, not longer than the bound, and then looks at the row again.
 */
public final class FakeTransaction {

  private final Object monitor;
  private final Duration lockWait;
  private final Set<FakeTable<?, ?>> touched = new HashSet<>();

  FakeTransaction(Object monitor, Duration lockWait) {
    this.monitor = monitor;
    this.lockWait = lockWait;
  }

  <K extends Comparable<K>, V> Optional<V> read(FakeTable<K, V> table, K key) {
    synchronized (monitor) {
      return table.read(this, key);
    }
  }

  <K extends Comparable<K>, V> Set<K> keys(FakeTable<K, V> table) {
    synchronized (monitor) {
      return table.keys(this);
    }
  }

  /** Changes the row if it is there and fits, before and after waiting for its lock. */
  <K extends Comparable<K>, V> boolean update(
      FakeTable<K, V> table, K key, Predicate<V> condition, UnaryOperator<V> change) {
    synchronized (monitor) {
      if (table.read(this, key).filter(condition).isEmpty()) {
        return false;
      }
      lock(table, key);
      Optional<V> row = table.read(this, key).filter(condition);
      row.ifPresent(before -> table.write(this, key, Optional.of(change.apply(before))));
      return row.isPresent();
    }
  }

  /** Inserts the row unless it is there; waits for a rival that is inserting it. */
  <K extends Comparable<K>, V> boolean insert(FakeTable<K, V> table, K key, V value) {
    synchronized (monitor) {
      lock(table, key);
      boolean absent = table.read(this, key).isEmpty();
      if (absent) {
        table.write(this, key, Optional.of(value));
      }
      return absent;
    }
  }

  <K extends Comparable<K>, V> void put(FakeTable<K, V> table, K key, V value) {
    synchronized (monitor) {
      lock(table, key);
      table.write(this, key, Optional.of(value));
    }
  }

  <K extends Comparable<K>, V> void delete(FakeTable<K, V> table, K key) {
    synchronized (monitor) {
      lock(table, key);
      table.write(this, key, Optional.empty());
    }
  }

  /** Makes all writes visible and releases the locks. */
  public void commit() {
    synchronized (monitor) {
      touched.forEach(table -> table.publish(this));
      monitor.notifyAll();
    }
  }

  /** Forgets all writes and releases the locks. */
  public void rollBack() {
    synchronized (monitor) {
      touched.forEach(table -> table.discard(this));
      monitor.notifyAll();
    }
  }

  private <K extends Comparable<K>> void lock(FakeTable<K, ?> table, K key) {
    touched.add(table);
    try {
      awaitLock(table, key);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StreamStoppedException(
          StopReason.UNAVAILABLE, "interrupted while waiting for a row lock", interrupted);
    }
  }

  private <K extends Comparable<K>> void awaitLock(FakeTable<K, ?> table, K key)
      throws InterruptedException {
    long deadline = System.nanoTime() + lockWait.toNanos();
    while (!table.lock(this, key)) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        throw lockTimeout(key);
      }
      monitor.wait(millis);
    }
  }

  private StreamStoppedException lockTimeout(Object key) {
    return new StreamStoppedException(
        StopReason.UNAVAILABLE,
        "row " + key + " stayed locked for " + lockWait.toMillis() + " ms: probably a deadlock");
  }
}
