package io.offsetwise.adapters.kafka.log;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which names somebody probably meant. */
final class SimilarNames {

  private static final int MOST = 5;

  private SimilarNames() {}

  /** At most five of {@code existing}, the most similar first. */
  static List<String> to(String wanted, Collection<String> existing) {
    return existing.stream()
        .filter(name -> isSimilar(wanted, name))
        .sorted(
            Comparator.<String>comparingInt(name -> distance(wanted, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  private static boolean isSimilar(String wanted, String name) {
    String one = wanted.toLowerCase(Locale.ROOT);
    String other = name.toLowerCase(Locale.ROOT);
    return one.contains(other)
        || other.contains(one)
        || distance(one, other) <= Math.max(2, wanted.length() / 4);
  }

  /** The number of characters to insert, delete or replace: Levenshtein's distance. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= one.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column <= other.length(); column++) {
        int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
      }
    }
    return row[other.length()];
  }
}
