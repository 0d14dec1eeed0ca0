package io.offsetwise.bootstrap.laboratory.evidence;

import java.util.OptionalLong;

/**
 * What became of one record.
 *
 * @param record the record
 * @param entries how many rows of its own it has
 * @param credited how often a sum holds it; empty when the sum cannot be read
 */
public record RecordFate(SentRecord record, long entries, OptionalLong credited) {

  /** How often it was applied; empty when rows and sum contradict each other. */
  public OptionalLong times() {
    return credited.equals(OptionalLong.of(entries)) ? credited : OptionalLong.empty();
  }
}
