package io.offsetwise.bootstrap.sample.words.stream;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Remembers every batch in this JVM, by a name, so that a recovered stream finds the same place.
 *
 * @param name of the place
 */
record RememberedCounts(String name) implements CountsOutput {

  private static final Map<String, List<CountedBatch>> BY_NAME = new ConcurrentHashMap<>();

  @Override
  public void publish(CountedBatch batch) {
    BY_NAME.computeIfAbsent(name, unknown -> new CopyOnWriteArrayList<>()).add(batch);
  }

  List<CountedBatch> batches() {
    return List.copyOf(BY_NAME.getOrDefault(name, List.of()));
  }

  Map<String, Long> newest() {
    List<CountedBatch> all = batches();
    return all.isEmpty() ? Map.of() : all.get(all.size() - 1).counts();
  }
}
