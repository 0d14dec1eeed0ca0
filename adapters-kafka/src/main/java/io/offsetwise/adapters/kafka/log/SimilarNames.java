package io.offsetwise.adapters.kafka.log;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Which names somebody probably meant. */
final class SimilarNames {

  private static final int MOST = 5;
  private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

  private SimilarNames() {}

  /** At most five of {@code existing}, the most similar first. */
  static List<String> to(String wanted, Collection<String> existing) {
    return existing.stream()
        .filter(name -> isSimilar(wanted, name))
        .sorted(
            Comparator.<String>comparingInt(name -> EDITS.apply(wanted, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  private static boolean isSimilar(String wanted, String name) {
    String one = wanted.toLowerCase(Locale.ROOT);
    String other = name.toLowerCase(Locale.ROOT);
    return one.contains(other)
        || other.contains(one)
        || EDITS.apply(one, other) <= Math.max(2, wanted.length() / 4);
  }
}
