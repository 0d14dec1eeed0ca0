package io.offsetwise.bootstrap.sample.words;

import io.offsetwise.bootstrap.sample.words.stream.CountedBatch;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code counts.json} holds: where the counts stand after the newest batch.
 *
 * @param batchTime time of the batch, in UTC
 * @param lineage number of RDDs that the counts would be computed from again
 * @param words number of words in all
 * @param counts how often each word has come; the most frequent first
 */
public record ShownCounts(String batchTime, int lineage, long words, Map<String, Long> counts) {

  private static final Comparator<Map.Entry<String, Long>> MOST_FREQUENT_FIRST =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  static ShownCounts of(CountedBatch batch) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    batch.counts().entrySet().stream()
        .sorted(MOST_FREQUENT_FIRST)
        .forEach(count -> sorted.put(count.getKey(), count.getValue()));
    long words = sorted.values().stream().mapToLong(Long::longValue).sum();
    return new ShownCounts(batch.batchTime().toString(), batch.lineage(), words, sorted);
  }
}
