package io.offsetwise.bootstrap.run;

import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.offset.Positions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a run has come, whatever its job.
 *
 * @param settings of the run
 * @param begun where the stream's partitions began to be read; those that are not there, at 0
 * @param stored next offset to read, as stored
 * @param records number of records processed in this run
 * @param batches number of batches saved in this run
 * @param deadLetters number of dead letters written in this run
 */
public record RunOutcome(
    Settings settings,
    Positions begun,
    Positions stored,
    long records,
    long batches,
    long deadLetters) {

  /**
   * Number of offsets from the stream's beginning to the stored positions: what a comparison may
   * have to read.
   */
  public long offsetsBefore() {
    return begun.lagTo(stored);
  }

  /** What {@code -o json} says of every run, in this order. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("job", settings.job().name().value());
    fields.put("guarantee", settings.job().guarantee().key());
    fields.put("scope", settings.job().scope().key());
    fields.put("storage", settings.offsets().storage().key());
    fields.put("records", records);
    fields.put("batches", batches);
    fields.put("positions", namedPositions());
    return fields;
  }

  /** The stored positions by {@code topic-partition}, sorted. */
  public Map<String, Long> namedPositions() {
    Map<String, Long> named = new LinkedHashMap<>();
    stored.nextOffsets().forEach((partition, next) -> named.put(partition.toString(), next));
    return named;
  }
}
