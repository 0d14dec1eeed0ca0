package io.offsetwise.application.fake;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One table: committed rows, the owner of each row's lock, and what open transactions have written
 * into rows that they own. Guarded by the monitor of its database.
 */
final class FakeTable<K extends Comparable<K>, V> {

  private final String name;
  private final NavigableMap<K, V> committed = new TreeMap<>();
  private final Map<K, FakeTransaction> owners = new HashMap<>();
  private final Map<FakeTransaction, Map<K, Optional<V>>> written = new HashMap<>();

  FakeTable(String name) {
    this.name = name;
  }

  /** What {@code reader} sees: its own writes over what is committed. */
  Optional<V> read(FakeTransaction reader, K key) {
    Optional<V> own = written.getOrDefault(reader, Map.of()).get(key);
    return own == null ? Optional.ofNullable(committed.get(key)) : own;
  }

  Set<K> keys(FakeTransaction reader) {
    Set<K> keys = new TreeSet<>(committed.keySet());
    keys.addAll(written.getOrDefault(reader, Map.of()).keySet());
    keys.removeIf(key -> read(reader, key).isEmpty());
    return keys;
  }

  boolean lock(FakeTransaction writer, K key) {
    FakeTransaction owner = owners.putIfAbsent(key, writer);
    return owner == null || owner.equals(writer);
  }

  boolean isFree(K key) {
    return !owners.containsKey(key);
  }

  void write(FakeTransaction writer, K key, Optional<V> value) {
    written.computeIfAbsent(writer, unused -> new HashMap<>()).put(key, value);
  }

  void publish(FakeTransaction writer) {
    written
        .getOrDefault(writer, Map.of())
        .forEach(
            (key, value) ->
                value.ifPresentOrElse(row -> committed.put(key, row), () -> committed.remove(key)));
    discard(writer);
  }

  void discard(FakeTransaction writer) {
    written.remove(writer);
    owners.values().removeIf(writer::equals);
  }

  NavigableMap<K, V> committed() {
    return new TreeMap<>(committed);
  }

  String name() {
    return name;
  }
}
