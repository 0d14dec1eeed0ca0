package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.bootstrap.asnoted.program.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is stored, held against Kafka's log record by record.
 *
 * @param sent records in the log
 * @param stored rows
 * @param lost records without a row
 * @param repeated rows beyond the first of their record
 */
record Count(int sent, int stored, int lost, int repeated) {

  /**
   * Counts.
   *
   * @param sent the places of the log, each once
   * @param stored the places of all rows
   * @throws IllegalStateException when a row belongs to no record: nothing was counted then
   */
  static Count of(List<Place> sent, List<Place> stored) {
    Set<Place> records = new HashSet<>(sent);
    Set<Place> rows = new HashSet<>(stored);
    if (records.size() != sent.size() || !records.containsAll(rows)) {
      throw new IllegalStateException("the log does not hold what is stored: " + stored);
    }
    return new Count(
        sent.size(), stored.size(), records.size() - rows.size(), stored.size() - rows.size());
  }

  Verdict verdict() {
    if (lost == 0) {
      return repeated == 0 ? Verdict.RIGHT : Verdict.REPEATS;
    }
    return repeated == 0 ? Verdict.LOSES : Verdict.LOSES_AND_REPEATS;
  }
}
